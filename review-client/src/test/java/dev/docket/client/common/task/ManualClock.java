package dev.docket.client.common.task;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test moves.
public final class ManualClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant instant) {
        now = instant;
    }
}
