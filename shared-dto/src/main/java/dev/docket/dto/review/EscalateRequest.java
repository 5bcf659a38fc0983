package dev.docket.dto.review;

import org.jspecify.annotations.Nullable;

/// Hands a task on, to exactly one of a queue and a person.
///
/// @param shown for how long what was shown to whoever hands it on
public record EscalateRequest(
        long lease,
        Target to,
        @Nullable String comment,
        @Nullable Shown shown) {
    public record Target(@Nullable String queue, @Nullable String person) {}
}
