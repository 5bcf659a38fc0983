package dev.docket.model.onnx;

import java.nio.FloatBuffer;

/// What the encoder made of a batch: a vector for every token of every text.
public final class TokenVectors {
    private final FloatBuffer vectors;
    private final int paddedLength;
    private final int[] lengths;

    TokenVectors(FloatBuffer vectors, int paddedLength, int[] lengths) {
        this.vectors = vectors;
        this.paddedLength = paddedLength;
        this.lengths = lengths;
    }

    /// Number of texts.
    public int size() {
        return lengths.length;
    }

    /// Number of tokens of one text, the encoder's markers included.
    public int length(int text) {
        return lengths[text];
    }

    /// Copies one token's vector into `target`.
    public void read(int text, int token, float[] target) {
        vectors.get((text * paddedLength + token) * Encoder.DIMENSION, target);
    }

    /// The mean of a text's token vectors, not normalised.
    public float[] mean(int text) {
        var sum = new float[Encoder.DIMENSION];
        var row = new float[Encoder.DIMENSION];
        for (int token = 0; token < lengths[text]; token++) {
            read(text, token, row);
            for (int d = 0; d < sum.length; d++) {
                sum[d] += row[d];
            }
        }
        float share = 1f / lengths[text];
        for (int d = 0; d < sum.length; d++) {
            sum[d] *= share;
        }
        return sum;
    }
}
