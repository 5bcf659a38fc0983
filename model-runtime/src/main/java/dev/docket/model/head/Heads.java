package dev.docket.model.head;

import java.util.List;

/// One logistic head per label over the encoder's normalised mean vector and the text's lexical features.
///
/// Evaluated in plain Java: eight dot products of 384 terms and a few hundred look-ups take less time than the
/// hand-over to a native session, and the explanation needs the weights at hand anyway.
///
/// @param labels in the order of the logits
/// @param weights of the vector, one row per label
/// @param biases one per label
/// @param lexicon weights of the hashed features
/// @param calibrations one per label
public record Heads(
        List<String> labels, float[][] weights, double[] biases, Lexicon lexicon, List<Calibration> calibrations) {
    public Heads {
        labels = List.copyOf(labels);
        calibrations = List.copyOf(calibrations);
    }

    /// What a vector adds to one label's logit.
    public double dot(int label, float[] vector) {
        float[] row = weights[label];
        double sum = 0;
        for (int d = 0; d < row.length; d++) {
            sum += row[d] * vector[d];
        }
        return sum;
    }

    /// The calibrated score of one label.
    public double score(int label, double logit) {
        return calibrations.get(label).score(logit);
    }

    /// The same heads under other calibrations.
    public Heads calibrated(List<Calibration> calibrations) {
        return new Heads(labels, weights, biases, lexicon, calibrations);
    }
}
