package dev.docket.dto.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What charts of one label draw.
///
/// @param reliability ten bins of the score, empty ones left out
/// @param precisionRecall from the highest threshold to the lowest, thinned
public record LabelCurve(String label, List<ReliabilityBin> reliability, List<PrecisionRecall> precisionRecall) {
    /// @param score mean of the bin's scores
    /// @param share of positives among its rows
    /// @param effectiveRows how many equal rows the weighted ones are worth; null in evaluations of before
    public record ReliabilityBin(
            double from,
            double to,
            long n,
            double score,
            double share,
            @Nullable Double effectiveRows) {}

    /// What a threshold would give.
    public record PrecisionRecall(double threshold, double precision, double recall) {}
}
