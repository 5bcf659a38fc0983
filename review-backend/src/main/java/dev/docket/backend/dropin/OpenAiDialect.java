package dev.docket.backend.dropin;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.Dialect;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.InvalidInput;
import dev.docket.dto.Paths;
import dev.docket.dto.moderation.ModerationRefusal;
import dev.docket.dto.moderation.ModerationRefusal.Fault;
import dev.docket.dto.problem.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// OpenAI's error envelope. Its clients choose an exception by the status and show the message;
/// 422 is not a status that OpenAI answers a bad field with, 400 is.
@Component
class OpenAiDialect implements Dialect {
    private static final String BAD_REQUEST = "invalid_request_error";

    @Override
    public boolean covers(String path) {
        return path.equals(Paths.MODERATIONS);
    }

    @Override
    public Class<?> form() {
        return ModerationRefusal.class;
    }

    @Override
    public Refusal word(DomainProblem problem, String traceId) {
        int status = problem.kind().status() == 422 ? 400 : problem.kind().status();
        var faults = problem instanceof InvalidInput invalid ? invalid.errors() : List.<FieldError>of();
        String param = faults.isEmpty() ? null : param(faults.getFirst().pointer());
        var fault = new Fault(message(problem, faults, traceId), type(status), param, code(problem, status));
        return new Refusal(status, new ModerationRefusal(fault));
    }

    private static String message(DomainProblem problem, List<FieldError> faults, String traceId) {
        if (!faults.isEmpty()) {
            return faults.stream()
                    .map(fault -> "'" + param(fault.pointer()) + "': " + fault.detail())
                    .collect(Collectors.joining("; "));
        }
        String message = problem.kind().title() + ". " + problem.getMessage();
        return problem.kind() == CommonProblem.INTERNAL ? message + " Trace id: " + traceId : message;
    }

    private static String type(int status) {
        return status == 429 ? "requests" : status >= 500 ? "server_error" : BAD_REQUEST;
    }

    private static @Nullable String code(DomainProblem problem, int status) {
        if (problem.kind() == CommonProblem.UNKNOWN_FIELD) {
            return "unknown_parameter";
        }
        return switch (status) {
            case 401 -> "invalid_api_key";
            case 403 -> "insufficient_permissions";
            case 429 -> "rate_limit_exceeded";
            default -> problem instanceof InvalidInput ? "invalid_value" : null;
        };
    }

    /// `/input/0/image_url` as OpenAI writes it: `input[0].image_url`.
    private static String param(String pointer) {
        return pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replace('/', '.')
                .replaceFirst("^\\.", "")
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
