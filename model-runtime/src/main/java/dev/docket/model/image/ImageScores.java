package dev.docket.model.image;

import dev.docket.model.LabelScore;
import java.util.List;
import java.util.Map;

/// What an [ImageClassifier] found in one frame.
///
/// @param scores calibrated, in the order of the model's labels
/// @param maps by label; empty unless asked for, and for a model that has none
/// @param beside model version to the scores of models that score unseen; empty for a version that failed at this frame
public record ImageScores(
        List<LabelScore> scores, Map<String, ActivationMap> maps, Map<String, List<LabelScore>> beside) {
    public ImageScores {
        scores = List.copyOf(scores);
        maps = Map.copyOf(maps);
        beside = Map.copyOf(beside);
    }

    /// With nothing beside them.
    public ImageScores(List<LabelScore> scores, Map<String, ActivationMap> maps) {
        this(scores, maps, Map.of());
    }

    /// The same with other scores beside them.
    public ImageScores withBeside(Map<String, List<LabelScore>> others) {
        return new ImageScores(scores, maps, others);
    }
}
