package dev.docket.backend.models;

import dev.docket.model.LabelScore;
import dev.docket.model.ModelFault;
import java.util.List;

/// Whether what a model answered can be believed at all.
final class Scores {
    private Scores() {}

    /// @throws ModelFault unless there is a number from 0 to 1 for every label
    static void check(List<LabelScore> scores, int labels) throws ModelFault {
        if (scores.size() != labels) {
            throw new ModelFault("The model left labels out");
        }
        for (var score : scores) {
            if (!(score.score() >= 0 && score.score() <= 1)) {
                throw new ModelFault("The model gave a score that is not between 0 and 1");
            }
        }
    }
}
