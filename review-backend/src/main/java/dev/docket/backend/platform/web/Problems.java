package dev.docket.backend.platform.web;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.Dialect;
import dev.docket.backend.platform.Dialect.Refusal;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.InvalidInput;
import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Draws up problem documents (RFC 9457), for the advice and for filters that answer before any controller.
@Component
class Problems {
    /// The extension member that is also sent as `Retry-After`.
    private static final String RETRY_AFTER = "retryAfter";

    private final JsonMapper json;
    private final List<Dialect> dialects;

    Problems(JsonMapper json, List<Dialect> dialects) {
        this.json = json;
        this.dialects = dialects;
    }

    ResponseEntity<Object> answer(DomainProblem problem, HttpServletRequest request) {
        var refusal = refusal(problem, request);
        return ResponseEntity.status(refusal.status())
                .headers(headers(problem))
                .contentType(mediaType(refusal))
                .body(refusal.body());
    }

    void write(DomainProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var refusal = refusal(problem, request);
        response.setStatus(refusal.status());
        headers(problem).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setContentType(mediaType(refusal).toString());
        response.getOutputStream().write(json.writeValueAsBytes(refusal.body()));
    }

    private Refusal refusal(DomainProblem problem, HttpServletRequest request) {
        return dialects.stream()
                .filter(dialect -> dialect.covers(path(request)))
                .findFirst()
                .map(dialect -> dialect.word(problem, Trace.id(request)))
                .orElseGet(() -> new Refusal(problem.kind().status(), document(problem, request)));
    }

    /// The path asked for, also while the container's error page answers.
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private static MediaType mediaType(Refusal refusal) {
        return refusal.body() instanceof Map ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON;
    }

    private static Map<String, Object> document(DomainProblem problem, HttpServletRequest request) {
        ProblemKind kind = problem.kind();
        var document = new LinkedHashMap<String, Object>();
        document.put("type", Problem.TYPE_PREFIX + kind.slug());
        document.put("title", kind.title());
        document.put("status", kind.status());
        document.put("detail", String.valueOf(problem.getMessage()));
        document.put("traceId", Trace.id(request));
        if (problem instanceof InvalidInput invalid) {
            document.put("errors", invalid.errors());
        }
        problem.extensions().forEach(document::putIfAbsent);
        return document;
    }

    private static HttpHeaders headers(DomainProblem problem) {
        var headers = new HttpHeaders();
        var retryAfter = problem.extensions().get(RETRY_AFTER);
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        } else if (problem.kind() == CommonProblem.OVERLOADED) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        }
        if (problem.kind().status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return headers;
    }
}
