package dev.docket.dto.perspective;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Google's error envelope.
public record PerspectiveRefusal(Fault error) {
    /// @param code the HTTP status
    /// @param status Google's name for it, such as `INVALID_ARGUMENT`
    /// @param details one for each fault; empty where the request's content is not to blame
    public record Fault(int code, String message, String status, List<Detail> details) {}

    /// @param errorType such as `COMMENT_EMPTY`, as Perspective documents them
    public record Detail(@JsonProperty("@type") String type, String errorType) {}
}
