package dev.docket.model;

import java.util.Arrays;

/// Where the encoder puts a text: near texts of like meaning. One signed byte a dimension,
/// scaled so that the largest is 127; cosine does not care for the scale, and four bytes of
/// precision in each would change it by less than 0.01.
///
/// Only embeddings of the same encoder can be compared.
public final class Embedding {
    private static final int LARGEST = 127;

    private final byte[] values;

    private Embedding(byte[] values) {
        this.values = values;
    }

    /// @param vector of any length but zero
    public static Embedding of(float[] vector) {
        float largest = 0;
        for (float x : vector) {
            largest = Math.max(largest, Math.abs(x));
        }
        var values = new byte[vector.length];
        for (int d = 0; d < vector.length; d++) {
            values[d] = (byte) (largest == 0 ? 0 : Math.round(vector[d] * LARGEST / largest));
        }
        return new Embedding(values);
    }

    /// Reads what [#toBytes] wrote.
    public static Embedding fromBytes(byte[] bytes) {
        return new Embedding(bytes.clone());
    }

    public byte[] toBytes() {
        return values.clone();
    }

    public int dimensions() {
        return values.length;
    }

    /// -1..1; 0 when either is all zeros.
    public double cosine(Embedding other) {
        double norms = Math.sqrt((double) dot(values, values) * dot(other.values, other.values));
        return norms == 0 ? 0 : dot(values, other.values) / norms;
    }

    private static int dot(byte[] a, byte[] b) {
        int sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding embedding && Arrays.equals(values, embedding.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
