package dev.docket.client.review;

import dev.docket.dto.review.Lease;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long the open item is still held.
///
/// @param share of a full lease that is left, 0..1
/// @param until when the hold ends; null without one
public record LeaseClock(
        State state, Duration left, double share, @Nullable Instant until) {
    public enum State {
        NONE,
        /// Kept for longer than any lease by itself.
        KEPT,
        HELD,
        SHORT,
        LAPSED,
        LOST
    }

    private static final Duration FULL = Duration.ofMinutes(5);
    private static final Duration WARN_BELOW = Duration.ofMinutes(1);

    public static final LeaseClock NONE = new LeaseClock(State.NONE, Duration.ZERO, 0, null);
    static final LeaseClock LOST = new LeaseClock(State.LOST, Duration.ZERO, 0, null);

    static LeaseClock of(Lease lease, Instant now) {
        var left = Duration.between(now, lease.until());
        if (left.isNegative() || left.isZero()) {
            return new LeaseClock(State.LAPSED, Duration.ZERO, 0, lease.until());
        }
        double share = Math.min(1, (double) left.toMillis() / FULL.toMillis());
        return new LeaseClock(state(left), left, share, lease.until());
    }

    private static State state(Duration left) {
        if (left.compareTo(WARN_BELOW) < 0) {
            return State.SHORT;
        }
        return left.compareTo(FULL.plus(WARN_BELOW)) > 0 ? State.KEPT : State.HELD;
    }
}
