package dev.docket.client.review;

import java.time.Duration;

/// How long the open item is still held.
///
/// @param share of a full lease that is left, 0..1
public record LeaseClock(State state, Duration left, double share) {
    public enum State {
        NONE,
        HELD,
        SHORT,
        LAPSED,
        LOST
    }

    private static final Duration FULL = Duration.ofMinutes(5);
    private static final Duration WARN_BELOW = Duration.ofMinutes(1);

    public static final LeaseClock NONE = new LeaseClock(State.NONE, Duration.ZERO, 0);
    static final LeaseClock LOST = new LeaseClock(State.LOST, Duration.ZERO, 0);

    static LeaseClock of(Duration left) {
        if (left.isNegative() || left.isZero()) {
            return new LeaseClock(State.LAPSED, Duration.ZERO, 0);
        }
        double share = Math.min(1, (double) left.toMillis() / FULL.toMillis());
        return new LeaseClock(left.compareTo(WARN_BELOW) < 0 ? State.SHORT : State.HELD, left, share);
    }
}
