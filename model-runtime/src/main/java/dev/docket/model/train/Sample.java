package dev.docket.model.train;

import dev.docket.model.text.LexicalFeatures;
import dev.docket.model.text.Occurrences;
import dev.docket.model.text.Window;
import java.util.Arrays;

/// An example as the heads see it.
///
/// @param vector the encoder's unit vector in half precision
/// @param buckets distinct lexical buckets
/// @param values one per bucket
/// @param targets with weak labels filled in, NaN where still unknown
/// @param weights trust in each target
record Sample(Example example, short[] vector, int[] buckets, float[] values, float[] targets, float[] weights) {
    /// Few and chosen with care, so each counts for several rows of a large source.
    private static final float AUTHORED_WEIGHT = 8;

    static Sample of(Example example, Embeddings embeddings, WeakLabels weak, int bits) {
        Window window = embeddings.window(example.text());
        var words = LexicalFeatures.read(example.text(), window.start(), window.end(), bits);
        var targets = example.targets().clone();
        var weights = new float[targets.length];
        Arrays.fill(weights, example.source().equals(Source.AUTHORED) ? AUTHORED_WEIGHT : 1);
        weak.complete(example, targets, weights);
        return merge(words, example, embeddings.of(example.text()), targets, weights);
    }

    private static Sample merge(Occurrences words, Example example, short[] vector, float[] targets, float[] weights) {
        var buckets = new int[words.size()];
        var values = new float[words.size()];
        int size = 0;
        for (int i = 0; i < words.size(); i++) {
            if (size == 0 || buckets[size - 1] != words.bucket(i)) {
                buckets[size++] = words.bucket(i);
            }
            values[size - 1] += (float) words.value(i);
        }
        return new Sample(example, vector, Arrays.copyOf(buckets, size), Arrays.copyOf(values, size), targets, weights);
    }

    boolean knows(int label) {
        return !Float.isNaN(targets[label]);
    }
}
