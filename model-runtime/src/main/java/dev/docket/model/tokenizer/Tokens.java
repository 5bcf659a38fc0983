package dev.docket.model.tokenizer;

import java.util.Arrays;

/// A text as a model reads it: ids of its vocabulary, each with its place in the original text.
///
/// @param ids vocabulary ids, without the encoder's own markers
/// @param starts first UTF-16 code unit of each token
/// @param ends one past the last
public record Tokens(int[] ids, int[] starts, int[] ends) {
    public int size() {
        return ids.length;
    }

    /// The tokens `from` (inclusive) to `to` (exclusive), offsets still into the whole text.
    public Tokens slice(int from, int to) {
        return from == 0 && to == ids.length
                ? this
                : new Tokens(
                        Arrays.copyOfRange(ids, from, to),
                        Arrays.copyOfRange(starts, from, to),
                        Arrays.copyOfRange(ends, from, to));
    }

    /// Whether a token is one of the encoder's own.
    public boolean isMarker(int token) {
        return starts[token] == ends[token];
    }

    /// The first token, markers aside, that ends beyond an offset; [#size] if there is none.
    public int firstEndingAfter(int offset) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < size() && isMarker(low) ? low + 1 : low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tokens that
                && Arrays.equals(ids, that.ids)
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(ends, that.ends);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return "Tokens[size=" + ids.length + "]";
    }

    /// Collects tokens in text order.
    static final class Builder {
        private int[] ids = new int[64];
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private int size;

        void add(int id, int start, int end) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            ids[size] = id;
            starts[size] = start;
            ends[size++] = end;
        }

        int size() {
            return size;
        }

        void truncate(int size) {
            this.size = size;
        }

        Tokens build() {
            return new Tokens(Arrays.copyOf(ids, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        }
    }
}
