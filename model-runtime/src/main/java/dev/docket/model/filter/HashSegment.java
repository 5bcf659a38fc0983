package dev.docket.model.filter;

import dev.docket.model.image.PdqHash;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Hashes indexed once and never changed.
///
/// Multi-index hashing (Norouzi, Punjani and Fleet, "Fast Exact Search in Hamming Space with
/// Multi-Index Hashing", 2014): a hash is cut into 16 pieces of 16 bits. Two hashes that differ
/// in at most 31 bits differ in at most one bit in at least one piece, for 16 pieces with two
/// each would make 32. So 17 look-ups a piece, 272 in all, meet every hash in reach, and each
/// that they meet is compared in full. What remains is about 0.4 % of all hashes where these are
/// as good as random.
///
/// Banks are not quite random: pieces of flat pictures recur. That costs time and never a match.
final class HashSegment {
    static final int FURTHEST = 31;
    private static final int PIECES = 16;
    private static final int VALUES = 1 << 16;
    private static final int WORDS = 4;

    private final long[] ids;
    private final long[] words;
    /// For each piece and value where its hashes begin in `members`.
    private final int[][] starts = new int[PIECES][];

    private final int[][] members = new int[PIECES][];

    private HashSegment(long[] ids, long[] words) {
        this.ids = ids;
        this.words = words;
        for (int piece = 0; piece < PIECES; piece++) {
            index(piece);
        }
    }

    /// @param ids ascending
    /// @param words four a hash
    static HashSegment of(long[] ids, long[] words) {
        return new HashSegment(ids, words);
    }

    private void index(int piece) {
        var start = new int[VALUES + 1];
        for (int i = 0; i < ids.length; i++) {
            start[piece(words, i, piece) + 1]++;
        }
        for (int value = 0; value < VALUES; value++) {
            start[value + 1] += start[value];
        }
        var next = Arrays.copyOf(start, VALUES);
        var member = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            member[next[piece(words, i, piece)]++] = i;
        }
        starts[piece] = start;
        members[piece] = member;
    }

    private static int piece(long[] words, int hash, int piece) {
        return (int) (words[hash * WORDS + piece / 4] >>> 16 * (piece % 4)) & 0xffff;
    }

    int size() {
        return ids.length;
    }

    long id(int hash) {
        return ids[hash];
    }

    long word(int hash, int word) {
        return words[hash * WORDS + word];
    }

    /// Where the id stands; negative if nowhere.
    int find(long id) {
        return Arrays.binarySearch(ids, id);
    }

    /// Adds what is within the distance and not in `gone` to `found`, each once.
    void search(PdqHash hash, int distance, Gone gone, Collection<HashMatch> found) {
        long[] wanted = {hash.first(), hash.second(), hash.third(), hash.fourth()};
        for (int piece = 0; piece < PIECES; piece++) {
            int value = piece(wanted, 0, piece);
            search(wanted, distance, piece, value, gone, found);
            for (int bit = 1; bit < VALUES; bit <<= 1) {
                search(wanted, distance, piece, value ^ bit, gone, found);
            }
        }
    }

    private void search(long[] wanted, int distance, int piece, int value, Gone gone, Collection<HashMatch> found) {
        int[] member = members[piece];
        int end = starts[piece][value + 1];
        for (int i = starts[piece][value]; i < end; i++) {
            int hash = member[i];
            int at = hash * WORDS;
            int bits = Long.bitCount(words[at] ^ wanted[0]) + Long.bitCount(words[at + 1] ^ wanted[1]);
            if (bits <= distance) {
                bits += Long.bitCount(words[at + 2] ^ wanted[2]) + Long.bitCount(words[at + 3] ^ wanted[3]);
                if (bits <= distance && isFirstMet(wanted, at, piece) && !gone.contains(hash)) {
                    found.add(new HashMatch(ids[hash], bits));
                }
            }
        }
    }

    /// Whether no earlier piece has led here.
    private boolean isFirstMet(long[] wanted, int at, int piece) {
        for (int earlier = 0; earlier < piece; earlier++) {
            long difference = (words[at + earlier / 4] ^ wanted[earlier / 4]) >>> 16 * (earlier % 4) & 0xffff;
            if (Long.bitCount(difference) <= 1) {
                return false;
            }
        }
        return true;
    }

    /// Which of a segment's hashes are no longer there. Never changed either.
    static final class Gone {
        static final Gone NONE = new Gone(new long[0], 0);

        private final long[] bits;
        private final int count;

        private Gone(long[] bits, int count) {
            this.bits = bits;
            this.count = count;
        }

        boolean contains(int hash) {
            return hash >>> 6 < bits.length && (bits[hash >>> 6] & 1L << hash) != 0;
        }

        int count() {
            return count;
        }

        Gone and(List<Integer> hashes, int size) {
            if (hashes.isEmpty()) {
                return this;
            }
            long[] more = Arrays.copyOf(bits, (size + 63) / 64);
            int counted = count;
            for (int hash : hashes) {
                counted += (more[hash >>> 6] & 1L << hash) == 0 ? 1 : 0;
                more[hash >>> 6] |= 1L << hash;
            }
            return new Gone(more, counted);
        }
    }
}
