package dev.docket.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The scores of one text.
///
/// @param scores one per label, in the label schema's order
/// @param explanations label to explanation; empty unless asked for, and from a model that has
///     none
/// @param windows number of overlapping windows the text was read in; 1 for a text that fits
///     the encoder
/// @param embedding the mean of the windows' directions, from the same pass; null from a
///     classifier without an encoder
/// @param beside model version to the scores of heads that score unseen, from the same vectors; empty for a
///     version whose heads gave no number for this text
public record TextScores(
        List<LabelScore> scores,
        Map<String, Explanation> explanations,
        int windows,
        @Nullable Embedding embedding,
        Map<String, List<LabelScore>> beside) {
    public TextScores {
        scores = List.copyOf(scores);
        explanations = Map.copyOf(explanations);
        beside = Map.copyOf(beside);
    }

    /// With nothing beside them.
    public TextScores(
            List<LabelScore> scores,
            Map<String, Explanation> explanations,
            int windows,
            @Nullable Embedding embedding) {
        this(scores, explanations, windows, embedding, Map.of());
    }

    /// The same with other scores beside them.
    public TextScores withBeside(Map<String, List<LabelScore>> others) {
        return new TextScores(scores, explanations, windows, embedding, others);
    }
}
