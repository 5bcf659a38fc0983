package dev.docket.dto.quality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often one person found what was then settled: by golden items, adjudications and appeals.
///
/// @param judged looks whose item has a settled truth
/// @param accuracy share of `right` with Wilson's interval; null when nothing was judged
/// @param policies those that were found or should have been, in the order the desk shows them
/// @param cards what there is to learn from, the newest first
public record ModeratorQuality(
        PersonName person,
        Instant from,
        Instant to,
        int judged,
        int right,
        @Nullable Estimate accuracy,
        BySource golden,
        BySource adjudicated,
        List<OfPolicy> policies,
        List<CoachingCard> cards) {

    /// @param accuracy with Wilson's interval; null when nothing was judged
    public record BySource(int judged, int right, @Nullable Estimate accuracy) {}

    /// One policy, violated or not, in every look that was judged.
    ///
    /// @param missed it was violated and the person did not say so
    /// @param falselyFound the person found it violated and it was not
    public record OfPolicy(
            String policy,
            int judged,
            int right,
            int missed,
            int falselyFound,
            @Nullable Estimate accuracy) {}

    /// In the list for supervisors.
    ///
    /// @param alert whether an open alert names the person
    public record Summary(
            PersonName person,
            int judged,
            int right,
            @Nullable Estimate accuracy,
            boolean alert) {}
}
