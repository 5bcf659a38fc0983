package dev.docket.backend.labels;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Finds pairs whose bits differ in few places, without comparing all with all.
///
/// Bits are cut into bands. Two words of 64 bits that differ in at most 8 differ in at most one
/// bit in one of five bands, so it is enough to look where a band is equal but for one bit: no
/// such pair is missed. The signs of embeddings differ too much for that; of those some bits
/// are drawn for each band, and with enough bands a near pair is missed in none of a hundred
/// cases.
final class LikeBits {
    private final int words;
    private final int most;
    private long[] bits;
    private long[] items = new long[1 << 10];
    private int size;

    /// @param words of 64 bits an entry
    /// @param most bits by which two may differ
    LikeBits(int words, int most) {
        this.words = words;
        this.most = most;
        bits = new long[words << 10];
    }

    void add(long[] entry, long item) {
        if (entry.length != words) {
            return;
        }
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
            bits = Arrays.copyOf(bits, bits.length * 2);
        }
        System.arraycopy(entry, 0, bits, size * words, words);
        items[size++] = item;
    }

    /// Tells of pairs until each item was told of with all that it is like, directly or over others.
    void pairs(Pair told) {
        for (int[] band : bands()) {
            pairs(band, told);
        }
    }

    /// Which bits each band consists of. Both kinds are fixed, so that the same items are grouped the same way each
    /// time.
    private int[][] bands() {
        return words == 1 ? stretches() : drawn();
    }

    /// Five stretches of 64 bits.
    private static int[][] stretches() {
        var bands = new int[5][];
        int from = 0;
        for (int band = 0; band < bands.length; band++) {
            int length = band < 4 ? 13 : 12;
            bands[band] = new int[length];
            for (int i = 0; i < length; i++) {
                bands[band][i] = from++;
            }
        }
        return bands;
    }

    /// Thirty draws of sixteen bits. At 30 of 384 bits apart one band is equal in 27 of 100
    /// cases, and none of thirty in fewer than one of ten thousand.
    private int[][] drawn() {
        var random = new SplittableRandom(17);
        var bands = new int[30][16];
        for (int[] band : bands) {
            for (int i = 0; i < band.length; i++) {
                band[i] = random.nextInt(words * Long.SIZE);
            }
        }
        return bands;
    }

    private void pairs(int[] band, Pair told) {
        int buckets = 1 << band.length;
        var starts = new int[buckets + 1];
        var key = new int[size];
        for (int i = 0; i < size; i++) {
            key[i] = key(i, band);
            starts[key[i] + 1]++;
        }
        for (int bucket = 0; bucket < buckets; bucket++) {
            starts[bucket + 1] += starts[bucket];
        }
        var order = new int[size];
        var next = Arrays.copyOf(starts, buckets);
        for (int i = 0; i < size; i++) {
            order[next[key[i]]++] = i;
        }
        for (int i = 0; i < size; i++) {
            compare(i, key[i], starts, order, told);
            for (int bit = 0; words == 1 && bit < band.length; bit++) {
                compare(i, key[i] ^ 1 << bit, starts, order, told);
            }
        }
    }

    private void compare(int i, int bucket, int[] starts, int[] order, Pair told) {
        for (int at = starts[bucket]; at < starts[bucket + 1]; at++) {
            int other = order[at];
            if (other > i && distance(i, other) <= most) {
                told.near(items[i], items[other]);
            }
        }
    }

    private int key(int entry, int[] band) {
        int key = 0;
        for (int bit : band) {
            key = key << 1 | (int) (bits[entry * words + bit / Long.SIZE] >>> bit % Long.SIZE & 1);
        }
        return key;
    }

    private int distance(int one, int other) {
        int distance = 0;
        for (int word = 0; word < words; word++) {
            distance += Long.bitCount(bits[one * words + word] ^ bits[other * words + word]);
        }
        return distance;
    }

    interface Pair {
        void near(long one, long other);
    }
}
