package dev.docket.model.train;

import dev.docket.model.head.Calibration;

/// Fits Platt's two numbers on held-out logits by Newton's method.
///
/// The sources hold far more abuse than live traffic, so a score fitted on them as they are would call too much
/// abusive. Positives and negatives are weighed so that together they have the share that is expected where the
/// model will work.
final class CalibrationFit {
    private static final int STEPS = 50;

    private CalibrationFit() {}

    /// @param logits of the validation rows
    /// @param truths 0..1, one per row
    /// @param weights trust in each row
    /// @param prior expected share of positives
    static Calibration fit(double[] logits, double[] truths, double[] weights, double prior) {
        double positives = 0;
        double total = 0;
        for (int i = 0; i < logits.length; i++) {
            positives += weights[i] * truths[i];
            total += weights[i];
        }
        double up = prior * total / Math.max(positives, 1);
        double down = (1 - prior) * total / Math.max(total - positives, 1);
        double slope = 1;
        double shift = 0;
        for (int step = 0; step < STEPS; step++) {
            double gs = 1e-3 * (slope - 1);
            double gb = 0;
            double hss = 1e-3;
            double hsb = 0;
            double hbb = 1e-9;
            for (int i = 0; i < logits.length; i++) {
                double p = 1 / (1 + Math.exp(-(slope * logits[i] + shift)));
                double upWeight = weights[i] * truths[i] * up;
                double downWeight = weights[i] * (1 - truths[i]) * down;
                double error = upWeight * (p - 1) + downWeight * p;
                double curve = (upWeight + downWeight) * p * (1 - p);
                gs += error * logits[i];
                gb += error;
                hss += curve * logits[i] * logits[i];
                hsb += curve * logits[i];
                hbb += curve;
            }
            double determinant = hss * hbb - hsb * hsb;
            slope = Math.max(0.05, slope - Math.clamp((hbb * gs - hsb * gb) / determinant, -0.5, 0.5));
            shift -= Math.clamp((hss * gb - hsb * gs) / determinant, -1, 1);
        }
        return new Calibration(slope, shift);
    }
}
