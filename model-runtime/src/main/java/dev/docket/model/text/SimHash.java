package dev.docket.model.text;

/// 64 bits of a text such that texts with most runs of characters in common differ in few (Charikar, "Similarity
/// Estimation Techniques from Rounding Algorithms", 2002): every run votes with the bits of its hash.
///
/// Two texts that share nine runs of ten differ in about nine bits, unrelated ones in about thirty.
public final class SimHash {
    private static final int RUN = 4;

    private SimHash() {}

    /// @param text as [NormalisedText] makes it
    public static long of(String text) {
        var votes = new int[Long.SIZE];
        int runs = Math.max(1, text.length() - RUN + 1);
        for (int start = 0; start < runs; start++) {
            vote(votes, hash(text, start, Math.min(text.length(), start + RUN)));
        }
        long bits = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (votes[bit] > 0) {
                bits |= 1L << bit;
            }
        }
        return bits;
    }

    private static void vote(int[] votes, long hash) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            votes[bit] += (int) (hash >>> bit & 1) * 2 - 1;
        }
    }

    /// FNV-1a, stirred so that every bit depends on every character.
    private static long hash(String text, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
