package dev.docket.backend.quality;

import dev.docket.backend.platform.FieldErrors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of time that somebody asked for.
///
/// @param from inclusive
/// @param to exclusive
record Window(Instant from, Instant to) {
    /// @param from null for `usually` before `to`
    /// @param to null for now
    static Window of(@Nullable Instant from, @Nullable Instant to, Duration usually, Clock clock) {
        Instant until = to == null ? clock.instant() : to;
        Instant since = from == null ? until.minus(usually) : from;
        if (!since.isBefore(until)) {
            new FieldErrors().add("/from", "before to").throwIfAny();
        }
        return new Window(since, until);
    }
}
