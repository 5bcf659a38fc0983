package dev.docket.model.text;

import java.util.Arrays;

/// Hashed features of a stretch of text, one entry per occurrence, sorted by bucket.
///
/// A bucket that occurs `t` times has the value `1 + ln t`, and all values together have length one; each of its
/// occurrences carries an equal share. What an occurrence adds to a linear head is therefore exact.
public final class Occurrences {
    private final int[] buckets;
    private final int[] starts;
    private final int[] ends;
    private final double[] values;

    private Occurrences(int[] buckets, int[] starts, int[] ends, double[] values) {
        this.buckets = buckets;
        this.starts = starts;
        this.ends = ends;
        this.values = values;
    }

    public int size() {
        return buckets.length;
    }

    public int bucket(int occurrence) {
        return buckets[occurrence];
    }

    /// First UTF-16 code unit in the original text.
    public int start(int occurrence) {
        return starts[occurrence];
    }

    /// One past the last.
    public int end(int occurrence) {
        return ends[occurrence];
    }

    /// This occurrence's share of its feature's value.
    public double value(int occurrence) {
        return values[occurrence];
    }

    static final class Builder {
        private int[] buckets = new int[256];
        private int[] starts = new int[256];
        private int[] ends = new int[256];
        private int size;

        void add(int bucket, int start, int end) {
            if (size == buckets.length) {
                buckets = Arrays.copyOf(buckets, size * 2);
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            buckets[size] = bucket;
            starts[size] = start;
            ends[size++] = end;
        }

        Occurrences build() {
            var order = new long[size];
            for (int i = 0; i < size; i++) {
                order[i] = (long) buckets[i] << 32 | i;
            }
            Arrays.sort(order);
            var sorted = new Occurrences(new int[size], new int[size], new int[size], new double[size]);
            for (int i = 0; i < size; i++) {
                int from = (int) order[i];
                sorted.buckets[i] = buckets[from];
                sorted.starts[i] = starts[from];
                sorted.ends[i] = ends[from];
            }
            sorted.weigh();
            return sorted;
        }
    }

    private void weigh() {
        double square = 0;
        for (int from = 0; from < buckets.length; ) {
            int to = from + 1;
            while (to < buckets.length && buckets[to] == buckets[from]) {
                to++;
            }
            double value = 1 + Math.log(to - from);
            square += value * value;
            Arrays.fill(values, from, to, value / (to - from));
            from = to;
        }
        double length = Math.sqrt(Math.max(square, 1));
        for (int i = 0; i < values.length; i++) {
            values[i] /= length;
        }
    }
}
