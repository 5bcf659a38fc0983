package dev.docket.backend.platform.web;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.InvalidInput;
import dev.docket.dto.problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Renders every refusal and every fault of the floor as a problem document, in one place.
///
/// A [DomainProblem] says itself what it is. What Spring refuses (no such path, method or media type) is one of the
/// common problems. Anything else is a bug: its trace goes to the log, and the caller gets the trace id alone.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(DomainProblem problem, HttpServletRequest request) {
        return problems.answer(problem, request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        QueryTimeoutException.class,
        TransactionSystemException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Object> databaseAway(Exception fault, HttpServletRequest request) {
        log.atWarn()
                .addKeyValue("fault", fault.getClass().getSimpleName())
                .log("The database did not answer a request");
        return problems.answer(
                new DomainProblem(CommonProblem.OVERLOADED, "The database does not answer just now; try again."),
                request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> broken(Exception fault, HttpServletRequest request) {
        if (fault instanceof IOException && fault.getClass().getSimpleName().equals("ClientAbortException")) {
            return null;
        }
        log.atError()
                .setCause(fault)
                .addKeyValue("method", request.getMethod())
                .log("A request failed for a reason that is ours");
        return problems.answer(
                new DomainProblem(CommonProblem.INTERNAL, "This is a fault of ours; it is logged under the trace id."),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception fault, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var servletRequest = ((ServletWebRequest) request).getRequest();
        if (status.is5xxServerError() && status.value() != 503) {
            return broken(fault, servletRequest);
        }
        var answer = problems.answer(translate(fault, status), servletRequest);
        var merged = new HttpHeaders();
        merged.putAll(answer.getHeaders());
        headers.forEach((name, values) -> merged.putIfAbsent(name, values));
        return ResponseEntity.status(answer.getStatusCode()).headers(merged).body(answer.getBody());
    }

    private static DomainProblem translate(Exception fault, HttpStatusCode status) {
        return switch (fault) {
            case MissingServletRequestParameterException missing ->
                invalid(missing.getParameterName(), "the query parameter is required");
            case MissingRequestHeaderException missing -> invalid(missing.getHeaderName(), "the header is required");
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case HttpMessageNotReadableException unread ->
                new DomainProblem(CommonProblem.MALFORMED_JSON, "Send a JSON body.");
            default -> byStatus(status);
        };
    }

    private static DomainProblem mismatch(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? byStatus(HttpStatusCode.valueOf(404))
                : invalid(mismatch.getName(), "the query parameter cannot be read");
    }

    private static InvalidInput invalid(String name, String detail) {
        return new InvalidInput(CommonProblem.INVALID_INPUT, List.of(new FieldError("/" + name, detail)));
    }

    static DomainProblem byStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> new DomainProblem(CommonProblem.NOT_FOUND, "Check the path and the id.");
            case 405 -> new DomainProblem(CommonProblem.METHOD_NOT_ALLOWED, "Use one of the methods in Allow.");
            case 406 -> new DomainProblem(CommonProblem.NOT_ACCEPTABLE, "Accept application/json.");
            case 413 -> new DomainProblem(CommonProblem.BODY_TOO_LARGE, "Send less at once.");
            case 415 -> new DomainProblem(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.");
            case 503 -> new DomainProblem(CommonProblem.OVERLOADED, "Try again in a moment.");
            case 401 -> new DomainProblem(CommonProblem.UNAUTHENTICATED, "Send Authorization: Bearer and a token.");
            case 403 -> new DomainProblem(CommonProblem.FORBIDDEN, "Ask an administrator for the right.");
            case 400 -> new DomainProblem(CommonProblem.BAD_REQUEST, "Check the address and the headers.");
            default -> new DomainProblem(CommonProblem.INTERNAL, "This is a fault of ours.");
        };
    }
}
