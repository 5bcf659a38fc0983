package dev.docket.dto.policy;

import dev.docket.dto.item.Route;
import dev.docket.dto.quality.Estimate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What past items would have got, beside what they get by the thresholds in force.
///
/// Figures on what people found count each item that was drawn at random as many times as it stands
/// for others that
/// were not; their intervals are a bootstrap's, at 95 %.
///
/// @param items looked at
/// @param from when the first of them was assessed; null without any
/// @param days they span, at least one hour
/// @param decided how many of them a person decided
/// @param load items that go to people, a day
/// @param found items in which a person found a violation and that do not pass unseen, in the whole
///     span
/// @param wrongRemovals items acted on without a person that a person approved, in the whole span
/// @param missedHarm of the items in which a person found a violation, the share that passes unseen
/// @param overRemoval of the items acted on that a person decided, the share that the person approved
/// @param tookMs how long it took to find out
public record Simulation(
        String policy,
        int version,
        int items,
        @Nullable Instant from,
        @Nullable Instant to,
        double days,
        int decided,
        Change load,
        Change found,
        Change wrongRemovals,
        Shares missedHarm,
        Shares overRemoval,
        List<Transition> transitions,
        List<Histogram> histograms,
        long tookMs) {

    /// @param difference then less now, with its interval
    public record Change(double now, double then, Estimate difference) {}

    /// @param now null without anything to take a share of
    public record Shares(@Nullable Estimate now, @Nullable Estimate then) {}

    /// Items whose route would be another.
    ///
    /// @param examples ids of some of them
    public record Transition(Route from, Route to, int items, List<String> examples) {}

    /// How often a label's scores fell where.
    ///
    /// @param counts of equal steps from 0 to 1
    public record Histogram(String label, int items, List<Integer> counts) {}
}
