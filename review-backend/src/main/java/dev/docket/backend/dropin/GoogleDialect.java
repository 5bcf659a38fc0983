package dev.docket.backend.dropin;

import dev.docket.backend.dropin.CommentRefused.Fault;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.Dialect;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.InvalidInput;
import dev.docket.dto.Paths;
import dev.docket.dto.perspective.PerspectiveRefusal;
import dev.docket.dto.perspective.PerspectiveRefusal.Detail;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Google's error envelope, with Perspective's error types in its details.
@Component
class GoogleDialect implements Dialect {
    private static final String DETAIL = "type.googleapis.com/google.commentanalyzer.v1alpha1.Error";
    private static final Fault UNREADABLE = new Fault("");

    @Override
    public boolean covers(String path) {
        return path.startsWith(Paths.COMMENTS + ":");
    }

    @Override
    public Class<?> form() {
        return PerspectiveRefusal.class;
    }

    @Override
    public String keyParameter() {
        return "key";
    }

    @Override
    public Refusal word(DomainProblem problem, String traceId) {
        int status = problem.kind().status() == 422 ? 400 : problem.kind().status();
        var details = faults(problem).stream()
                .map(fault -> new Detail(DETAIL, fault.errorType()))
                .toList();
        var fault = new PerspectiveRefusal.Fault(status, message(problem, traceId), name(status), details);
        return new Refusal(status, new PerspectiveRefusal(fault));
    }

    private static List<Fault> faults(DomainProblem problem) {
        return switch (problem) {
            case CommentRefused refused -> refused.faults();
            case InvalidInput invalid -> List.of(UNREADABLE);
            default -> List.of();
        };
    }

    private static String message(DomainProblem problem, String traceId) {
        return switch (problem) {
            case CommentRefused refused -> String.valueOf(refused.getMessage());
            case InvalidInput invalid ->
                "Invalid JSON payload received. "
                        + invalid.errors().stream()
                                .map(error -> "'" + field(error.pointer()) + "': " + error.detail())
                                .collect(Collectors.joining("; "));
            default -> {
                String message = problem.kind().title() + ". " + problem.getMessage();
                yield problem.kind() == CommonProblem.INTERNAL ? message + " Trace id: " + traceId : message;
            }
        };
    }

    private static String field(String pointer) {
        return pointer.replaceFirst("^/", "").replace('/', '.');
    }

    private static String name(int status) {
        return switch (status) {
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "PERMISSION_DENIED";
            case 404 -> "NOT_FOUND";
            case 405 -> "UNIMPLEMENTED";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 500 -> "INTERNAL";
            case 503 -> "UNAVAILABLE";
            default -> "INVALID_ARGUMENT";
        };
    }
}
