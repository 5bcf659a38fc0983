package dev.docket.dto.models;

import java.util.List;

/// What charts of one label draw.
///
/// @param reliability ten bins of the score, empty ones left out
/// @param precisionRecall from the highest threshold to the lowest, thinned
public record LabelCurve(String label, List<ReliabilityBin> reliability, List<PrecisionRecall> precisionRecall) {
    /// @param score mean of the bin's scores
    /// @param share of positives among its rows
    public record ReliabilityBin(double from, double to, long n, double score, double share) {}

    /// What a threshold would give.
    public record PrecisionRecall(double threshold, double precision, double recall) {}
}
