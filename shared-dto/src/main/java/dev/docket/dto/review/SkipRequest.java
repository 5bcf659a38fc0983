package dev.docket.dto.review;

import org.jspecify.annotations.Nullable;

/// @param reason 1..100 characters, such as `LANGUAGE`, `UNCLEAR`, `TOO_HARD`, `CONFLICT`
/// @param comment at most 2,000 characters
/// @param shown for how long what was shown to whoever skips
public record SkipRequest(
        long lease,
        String reason,
        @Nullable String comment,
        @Nullable Shown shown) {}
