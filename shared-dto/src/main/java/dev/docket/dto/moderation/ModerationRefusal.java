package dev.docket.dto.moderation;

import org.jspecify.annotations.Nullable;

/// OpenAI's error envelope.
public record ModerationRefusal(Fault error) {
    /// @param type such as `invalid_request_error`
    /// @param param the first field at fault, such as `input[0].image_url.url`
    /// @param code such as `invalid_api_key`
    public record Fault(
            String message,
            String type,
            @Nullable String param,
            @Nullable String code) {}
}
