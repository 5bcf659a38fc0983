package dev.docket.model.train;

import dev.docket.model.head.Heads;
import dev.docket.model.text.Occurrences;
import java.util.Arrays;
import java.util.Set;

/// A labelled text as a fit reads it; the text itself is gone.
///
/// @param vector the encoder's unit vector in half precision
/// @param buckets distinct lexical buckets
/// @param values one per bucket
/// @param targets one per label of the base, NaN where nobody looked
/// @param weights likewise
record Row(
        String id,
        long group,
        Set<String> raters,
        short[] vector,
        int[] buckets,
        float[] values,
        float[] targets,
        float[] weights) {

    static Row of(LabelledText text, short[] vector, Occurrences words, Heads base) {
        int labels = base.labels().size();
        var targets = new float[labels];
        var weights = new float[labels];
        Arrays.fill(targets, Float.NaN);
        for (int label = 0; label < labels; label++) {
            var mark = text.marks().get(base.labels().get(label));
            if (mark != null) {
                targets[label] = mark.present() ? 1 : 0;
                weights[label] = (float) mark.weight();
            }
        }
        var buckets = new int[words.size()];
        var values = new float[words.size()];
        int size = 0;
        for (int i = 0; i < words.size(); i++) {
            if (size == 0 || buckets[size - 1] != words.bucket(i)) {
                buckets[size++] = words.bucket(i);
            }
            values[size - 1] += (float) words.value(i);
        }
        return new Row(
                text.id(),
                text.group(),
                text.raters(),
                vector,
                Arrays.copyOf(buckets, size),
                Arrays.copyOf(values, size),
                targets,
                weights);
    }

    boolean knows(int label) {
        return !Float.isNaN(targets[label]);
    }

    boolean positive(int label) {
        return targets[label] >= 0.5f;
    }

    double logit(Heads heads, int label) {
        double z = heads.biases()[label];
        float[] row = heads.weights()[label];
        for (int d = 0; d < row.length; d++) {
            z += row[d] * Float.float16ToFloat(vector[d]);
        }
        for (int i = 0; i < buckets.length; i++) {
            z += heads.lexicon().weight(buckets[i], label) * values[i];
        }
        return z;
    }
}
