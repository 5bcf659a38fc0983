package dev.docket.model.head;

/// Platt's map from a logit to a score: `1 / (1 + exp(-(slope * logit + shift)))`.
///
/// @param slope positive, so that a higher logit is never a lower score
public record Calibration(double slope, double shift) {
    public double score(double logit) {
        return 1 / (1 + Math.exp(-(slope * logit + shift)));
    }
}
