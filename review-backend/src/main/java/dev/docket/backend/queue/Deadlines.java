package dev.docket.backend.queue;

import java.time.Duration;

/// The virtual deadline: when a task is enqueued it is promised a slack, and `enqueued + slack` orders every queue.
///
/// Because the deadline is an instant and not a priority, waiting raises a task by itself and nothing starves; and
/// because it is one indexed column, a claim costs the same however many wait. The idea is earliest deadline first
/// (Liu and Layland, 1973) with deadlines derived from risk.
///
/// The slack shrinks with severity, with calibrated probability and with reach. It is monotone in each: more severe,
/// surer or further-reaching never waits longer. Severity sets the scale (a day, eight hours, two hours, half an
/// hour); probability takes away up to half; a reach of ten thousand halves what is left.
final class Deadlines {
    private static final Duration[] BY_SEVERITY = {
        Duration.ofHours(24), Duration.ofHours(8), Duration.ofHours(2), Duration.ofMinutes(30)
    };
    /// A report weighs as much as this many views: somebody was bothered enough to say so.
    private static final long VIEWS_PER_REPORT = 500;

    private static final long VIEWS_PER_SHARE = 20;
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private Deadlines() {}

    /// @param severity 1..4
    /// @param probability calibrated, 0..1
    /// @return seconds from enqueueing to the virtual deadline
    static long slackSeconds(int severity, double probability, long views, long shares, long reports) {
        double scale = BY_SEVERITY[severity - 1].toSeconds();
        double sure = 1 - 0.5 * probability;
        double reach = (double) views + (double) shares * VIEWS_PER_SHARE + (double) reports * VIEWS_PER_REPORT;
        double spread = 1 + Math.log10(1 + reach) / 4;
        return Math.max(SHORTEST.toSeconds(), Math.round(scale * sure / spread));
    }
}
