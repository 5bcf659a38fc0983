package dev.docket.model.train;

import java.util.List;

/// How heads are to be trained.
///
/// @param labels that are trained; the base's others stay as they are, bit for bit, and one that it lacks is added
/// @param seed of folds and draws; equal seeds and rows give equal weights
/// @param replayShare 0..0.95, what share of the evidence is the base's own, by its [Replay]
/// @param guarded whether rows that everything else contradicts are found and weighed down
public record TrainingPlan(List<String> labels, long seed, double replayShare, boolean guarded) {
    private static final double MOST_REPLAY = 0.95;

    public TrainingPlan {
        labels = List.copyOf(labels);
        if (!(replayShare >= 0 && replayShare <= MOST_REPLAY)) {
            throw new IllegalArgumentException("a replay share is 0 to " + MOST_REPLAY);
        }
    }

    /// How much the base's evidence counts beside the rows'.
    double replayRatio() {
        return replayShare / (1 - replayShare);
    }
}
