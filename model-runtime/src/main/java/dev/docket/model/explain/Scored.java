package dev.docket.model.explain;

import dev.docket.model.LabelScore;
import dev.docket.model.TextScores;
import java.util.Map;

/// Reads single scores out of a text's.
final class Scored {
    /// Keeps the logit of a score of 0 or 1 finite.
    private static final double LEAST = 1e-12;

    private Scored() {}

    static double score(TextScores scores, String label) {
        return scores.scores().stream()
                .filter(score -> score.label().equals(label))
                .mapToDouble(LabelScore::score)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The model has no label " + label));
    }

    static double logit(double score) {
        double within = Math.clamp(score, LEAST, 1 - LEAST);
        return Math.log(within / (1 - within));
    }

    /// How far, in logits, the worst label lies above its limit; negative when all lie below.
    static double excess(TextScores scores, Map<String, Double> limits) {
        return limits.entrySet().stream()
                .mapToDouble(limit -> excess(scores, limit))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    static double excess(TextScores scores, Map.Entry<String, Double> limit) {
        return logit(score(scores, limit.getKey())) - logit(limit.getValue());
    }

    /// All that lies above any limit together: what is to be got rid of.
    static double surplus(TextScores scores, Map<String, Double> limits) {
        return limits.entrySet().stream()
                .mapToDouble(limit -> Math.max(0, excess(scores, limit)))
                .sum();
    }

    static boolean isBelow(TextScores scores, Map<String, Double> limits) {
        return limits.entrySet().stream().allMatch(limit -> score(scores, limit.getKey()) < limit.getValue());
    }
}
