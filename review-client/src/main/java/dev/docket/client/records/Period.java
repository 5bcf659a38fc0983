package dev.docket.client.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Whole days by Coordinated Universal Time, as the law and the floor count them.
///
/// @param from the first day
/// @param to the last day
public record Period(LocalDate from, LocalDate to) {
    public boolean isSound() {
        return !to.isBefore(from);
    }

    public Instant begins() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The instant after it.
    public Instant ends() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// As a file's name has it, such as `2026-10-01-2026-10-31`.
    String name() {
        return from + "-" + to;
    }
}
