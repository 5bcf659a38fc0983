package dev.docket.backend.enforcement.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: 1 s, 2 s, 4 s … up to four hours, each shortened
/// at random by up to half, so that a receiver that comes back is not met by everything at
/// once.
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int DOUBLINGS = 14;

    private Backoff() {}

    /// @param attempt the attempt that failed, from 1
    static Duration after(int attempt, RandomGenerator random) {
        long whole = Math.min(FIRST.toMillis() << Math.clamp(attempt - 1L, 0, DOUBLINGS), LONGEST.toMillis());
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
