package dev.docket.backend.platform.web;

import java.time.Clock;

/// Fills evenly over a minute and holds a minute's worth.
final class TokenBucket {
    private static final double MILLISECONDS = 60_000;

    private final int perMinute;
    private final Clock clock;
    private double tokens;
    private long filledAt;

    TokenBucket(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.tokens = perMinute;
        this.filledAt = clock.millis();
    }

    /// @param secondsToNext until there is a whole token again; 0 while there is one
    record Taken(boolean granted, int left, long secondsToNext) {}

    synchronized Taken take() {
        long now = clock.millis();
        // A clock set back must not take tokens away.
        tokens = Math.min(perMinute, tokens + Math.max(0, now - filledAt) * perMinute / MILLISECONDS);
        filledAt = now;
        boolean granted = tokens >= 1;
        if (granted) {
            tokens -= 1;
        }
        long wait = tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) * MILLISECONDS / perMinute / 1000);
        return new Taken(granted, (int) tokens, wait);
    }
}
