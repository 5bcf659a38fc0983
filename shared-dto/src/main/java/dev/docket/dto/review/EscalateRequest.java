package dev.docket.dto.review;

import org.jspecify.annotations.Nullable;

/// Hands a task on, to exactly one of a queue and a person.
public record EscalateRequest(
        long lease, Target to, @Nullable String comment) {
    public record Target(@Nullable String queue, @Nullable String person) {}
}
