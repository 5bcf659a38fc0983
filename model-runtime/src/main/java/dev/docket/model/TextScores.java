package dev.docket.model;

import java.util.List;
import java.util.Map;

/// The scores of one text.
///
/// @param scores one per label, in the label schema's order
/// @param explanations label to explanation; empty unless asked for
/// @param windows number of overlapping windows the text was read in; 1 for a text that fits the encoder
public record TextScores(List<LabelScore> scores, Map<String, Explanation> explanations, int windows) {
    public TextScores {
        scores = List.copyOf(scores);
        explanations = Map.copyOf(explanations);
    }
}
