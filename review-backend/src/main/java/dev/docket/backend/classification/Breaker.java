package dev.docket.backend.classification;

import java.time.Duration;

/// Stops asking a model that keeps failing. Half-opens after a pause: one batch is let through, and its outcome
/// decides.
final class Breaker {
    private static final int FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private int failures;
    private long closedAgainAt;

    synchronized boolean permits() {
        if (failures < FAILURES) {
            return true;
        }
        long now = System.nanoTime();
        if (now - closedAgainAt < 0) {
            return false;
        }
        closedAgainAt = now + PAUSE.toNanos();
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures = Math.min(failures + 1, FAILURES);
        closedAgainAt = System.nanoTime() + PAUSE.toNanos();
    }
}
