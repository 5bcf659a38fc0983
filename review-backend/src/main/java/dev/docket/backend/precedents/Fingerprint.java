package dev.docket.backend.precedents;

import dev.docket.model.Embedding;
import dev.docket.model.image.PdqHash;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an item is compared by.
///
/// @param textHash of the normalised text; null where there is no text
/// @param simHash of the normalised text; null where there is none or it is too short for it to say anything
/// @param pictures hashes of its images that show enough to be compared
record Fingerprint(
        UUID item,
        byte @Nullable [] textHash,
        @Nullable Long simHash,
        @Nullable Embedding embedding,
        List<PdqHash> pictures) {
    /// Of 64 bits: about one run of characters in ten is another.
    static final int NEAR_TEXT = 8;

    /// How alike two items are, 0..1: 1 for the same text, else the best of what their texts and images say.
    double similarity(Fingerprint other) {
        if (textHash != null && Arrays.equals(textHash, other.textHash)) {
            return 1;
        }
        return Math.max(Math.max(byLetters(other), byMeaning(other)), byPictures(other));
    }

    /// Whether the two are one thing in slightly different words or pixels.
    boolean isNearDuplicateOf(Fingerprint other, double leastCosine) {
        return (textHash != null && Arrays.equals(textHash, other.textHash))
                || byLetters(other) > 0
                || byMeaning(other) >= leastCosine
                || byPictures(other) > 0;
    }

    private double byLetters(Fingerprint other) {
        if (simHash == null || other.simHash == null) {
            return 0;
        }
        int distance = Long.bitCount(simHash ^ other.simHash);
        return distance <= NEAR_TEXT ? 1 - distance / 64.0 : 0;
    }

    private double byMeaning(Fingerprint other) {
        return embedding == null || other.embedding == null ? 0 : Math.max(0, embedding.cosine(other.embedding));
    }

    private double byPictures(Fingerprint other) {
        double best = 0;
        for (var mine : pictures) {
            for (var theirs : other.pictures) {
                if (mine.isLike(theirs)) {
                    best = Math.max(best, 1 - mine.distance(theirs) / 256.0);
                }
            }
        }
        return best;
    }
}
