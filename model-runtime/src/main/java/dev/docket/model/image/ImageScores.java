package dev.docket.model.image;

import dev.docket.model.LabelScore;
import java.util.List;
import java.util.Map;

/// What an [ImageClassifier] found in one frame.
///
/// @param scores calibrated, in the order of the model's labels
/// @param maps by label; empty unless asked for, and for a model that has none
public record ImageScores(List<LabelScore> scores, Map<String, ActivationMap> maps) {
    public ImageScores {
        scores = List.copyOf(scores);
        maps = Map.copyOf(maps);
    }
}
