package dev.docket.backend.labels;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a label set with everything that training on it needs.
///
/// @param ordinal its place in the set, from 1
/// @param item of the item, or of the imported row
/// @param text null where the item has none, or was erased since
/// @param targets label to 1 or 0; what nobody spoke of is absent
/// @param weight what it counts for, always more than 0
/// @param source platform, or where an imported row comes from
/// @param author with their source, so that two platforms' authors differ; null if unknown
/// @param group rows with the same share an author or a near-duplicate; they are all in one split
/// @param labelSource how the labels were settled: the kind of the decision in effect, or `IMPORTED`
/// @param raters everybody who looked, in the order of time; empty for imported rows
/// @param decidedBy who took the decision in effect; null for imported rows
/// @param heldOut whether it is a golden or an evaluation item; never so in the split `train`
/// @param samplingProbability with which the item was picked for review
/// @param modelVersion that scored it before it was decided; null if none did
/// @param scores label to score at that time
public record TrainingRow(
        long ordinal,
        UUID item,
        String split,
        @Nullable String text,
        @Nullable String language,
        Map<String, Integer> targets,
        double weight,
        String source,
        @Nullable String author,
        long group,
        String labelSource,
        List<Rater> raters,
        @Nullable UUID decidedBy,
        boolean heldOut,
        double samplingProbability,
        Instant decidedAt,
        @Nullable String modelVersion,
        Map<String, Double> scores) {
    /// How many items of the stream it stands for: the inverse of its sampling probability, 20 at most.
    public double inversePropensity() {
        return Weighing.inverse(samplingProbability);
    }

    @Override
    public String toString() {
        return "TrainingRow[" + ordinal + "]";
    }
}
