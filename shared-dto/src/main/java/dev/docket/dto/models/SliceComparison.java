package dev.docket.dto.models;

import dev.docket.dto.quality.Estimate;
import org.jspecify.annotations.Nullable;

/// What a model has more than the champion on the same rows; negative is worse. A figure is null where the rows cannot
/// tell.
///
/// @param language null for all
/// @param source null for all
/// @param ece the difference of calibration errors; negative is better here
/// @param baseRate true where the champion has not got the label: then the other side is somebody who
///     says of every row how often the label was found in all of them; null or false where it is the champion
/// @param unweighted the same of the rows as they are; null where all weights are equal
public record SliceComparison(
        String label,
        @Nullable String language,
        @Nullable String source,
        long n,
        long positives,
        @Nullable Estimate rocAuc,
        @Nullable Estimate prAuc,
        @Nullable Estimate f1,
        @Nullable Double ece,
        @Nullable Boolean baseRate,
        @Nullable Unweighted unweighted) {

    /// Of the items that people looked at, each as one.
    public record Unweighted(
            @Nullable Estimate rocAuc,
            @Nullable Estimate prAuc,
            @Nullable Estimate f1,
            double ece) {}
}
