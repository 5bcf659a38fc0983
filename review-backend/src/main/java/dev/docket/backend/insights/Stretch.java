package dev.docket.backend.insights;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The stretch of time that a panel is about.
record Stretch(Instant from, Instant to) {
    private static final Duration BY_HOUR_UP_TO = Duration.ofDays(2);

    static Stretch before(Instant now, int days) {
        return new Stretch(now.minus(Duration.ofDays(days)), now);
    }

    /// Parts that are counted apart: hours of a day or two, days of more.
    ChronoUnit part() {
        return Duration.between(from, to).compareTo(BY_HOUR_UP_TO) <= 0 ? ChronoUnit.HOURS : ChronoUnit.DAYS;
    }
}
