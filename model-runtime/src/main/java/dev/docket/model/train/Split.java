package dev.docket.model.train;

import dev.docket.model.artifact.Checksum;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/// What an example is used for, told from its text alone so that duplicates never lie on both sides.
enum Split {
    TRAINING,
    VALIDATION,
    TEST;

    static Split of(String text) {
        int bucket = Integer.parseInt(
                        Checksum.of(key(text).getBytes(StandardCharsets.UTF_8)).substring(0, 6), 16)
                % 100;
        return bucket < 80 ? TRAINING : bucket < 90 ? VALIDATION : TEST;
    }

    /// Letters and digits only, without case; a text without any is its own key.
    static String key(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var key = folded.replaceAll("[^\\p{L}\\p{N}]", "");
        return key.isEmpty() ? text : key;
    }
}
