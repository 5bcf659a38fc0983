package dev.docket.backend.precedents;

import dev.docket.model.Embedding;

/// The signs of an embedding, a bit each. Two embeddings at an angle of `a` differ in about the share `a / pi` of them.
final class Sketch {
    private Sketch() {}

    static long[] of(Embedding embedding) {
        byte[] values = embedding.toBytes();
        var words = new long[(values.length + Long.SIZE - 1) / Long.SIZE];
        for (int d = 0; d < values.length; d++) {
            if (values[d] > 0) {
                words[d / Long.SIZE] |= 1L << d % Long.SIZE;
            }
        }
        return words;
    }

    /// Bits that differ.
    static int distance(long[] one, long[] other) {
        int distance = 0;
        for (int word = 0; word < one.length; word++) {
            distance += Long.bitCount(one[word] ^ other[word]);
        }
        return distance;
    }
}
