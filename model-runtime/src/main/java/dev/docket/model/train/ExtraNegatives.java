package dev.docket.model.train;

import dev.docket.model.artifact.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Fills in "no" for rare labels that nobody looked for.
///
/// Few rows say outright that they are no threat, no spam, not sexual and not about self-harm. For these labels a part
/// of the rows that are silent counts as a weak "no": nearly all of them are, and without them a head sees little
/// more than its own positives.
final class ExtraNegatives {
    private static final List<String> RARE = List.of("threat", "sexual", "spam", "self_harm");
    private static final float TRUST = 0.5f;

    private final long seed;

    ExtraNegatives(long seed) {
        this.seed = seed;
    }

    /// The example's targets with weak negatives in place of some unknown ones.
    float[] complete(Example example) {
        var targets = example.targets().clone();
        for (int label = 0; label < targets.length; label++) {
            if (drawn(example, label)) {
                targets[label] = 0;
            }
        }
        return targets;
    }

    float[] weights(Example example) {
        var weights = new float[example.targets().length];
        for (int label = 0; label < weights.length; label++) {
            weights[label] = drawn(example, label) ? TRUST : 1;
        }
        return weights;
    }

    private boolean drawn(Example example, int label) {
        if (example.knows(label) || !RARE.contains(Corpus.LABELS.get(label))) {
            return false;
        }
        var key = seed + ":" + label + ":" + example.text();
        return Integer.parseInt(
                                Checksum.of(key.getBytes(StandardCharsets.UTF_8))
                                        .substring(0, 4),
                                16)
                        % 4
                == 0;
    }
}
