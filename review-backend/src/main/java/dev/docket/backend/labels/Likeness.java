package dev.docket.backend.labels;

import dev.docket.model.image.PdqHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an item is like by its fingerprint, beside its text.
///
/// @param signs of its embedding, a bit each; null where no model read it
/// @param files one key for each of its images, the same for the same bytes
/// @param pictures hashes of those images that show something; all flat ones look alike
record Likeness(long @Nullable [] signs, List<Long> files, List<PdqHash> pictures) {
    static final Likeness NONE = new Likeness(null, List.of(), List.of());

    static long[] signs(byte[] embedding) {
        var signs = new long[(embedding.length + Long.SIZE - 1) / Long.SIZE];
        for (int d = 0; d < embedding.length; d++) {
            if (embedding[d] > 0) {
                signs[d / Long.SIZE] |= 1L << d % Long.SIZE;
            }
        }
        return signs;
    }
}
