package dev.docket.model.train;

import java.util.List;
import java.util.Map;

/// What became of one label.
///
/// @param positives of the training rows
/// @param pull towards the base, chosen by cross-validation
/// @param before ROC-AUC of the base on the validation rows; NaN where they cannot tell, and of a label that it lacks
/// @param after of the trained head
/// @param outliers ids of rows that everything else contradicts, the worst first
/// @param raters whom the others contradict far more often than is usual, to what their rows were
///     weighed at
/// @param takenAway share of the weight that these two took
public record TrainedLabel(
        String label,
        int positives,
        int negatives,
        double pull,
        double before,
        double after,
        List<String> outliers,
        Map<String, Double> raters,
        double takenAway) {}
