package dev.docket.model.head;

import java.util.ArrayList;
import java.util.Arrays;
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

    /// The same with heads for further labels that say nothing yet: every logit is 0, every score one half.
    ///
    /// @param more labels that these heads have not got
    public Heads with(List<String> more) {
        int before = labels.size();
        int after = before + more.size();
        var all = new ArrayList<>(labels);
        all.addAll(more);
        float[][] vectors = Arrays.copyOf(weights, after);
        for (int label = before; label < after; label++) {
            vectors[label] = new float[weights[0].length];
        }
        byte[] steps = new byte[after << lexicon.bits()];
        for (int bucket = 0; bucket < 1 << lexicon.bits(); bucket++) {
            System.arraycopy(lexicon.steps(), bucket * before, steps, bucket * after, before);
        }
        var fits = new ArrayList<>(calibrations);
        more.forEach(label -> fits.add(new Calibration(1, 0)));
        return new Heads(
                all,
                vectors,
                Arrays.copyOf(biases, after),
                new Lexicon(lexicon.bits(), Arrays.copyOf(lexicon.scales(), after), steps),
                fits);
    }

    /// The same heads under other calibrations.
    public Heads calibrated(List<Calibration> calibrations) {
        return new Heads(labels, weights, biases, lexicon, calibrations);
    }
}
