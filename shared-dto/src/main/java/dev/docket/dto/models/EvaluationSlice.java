package dev.docket.dto.models;

import dev.docket.dto.quality.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures of one label on some rows. A figure is null where the rows cannot tell, such as
/// without positives. A row counts for the inverse of the probability with which its item came
/// before people, so they speak of all items.
///
/// @param language null for all
/// @param source null for all
/// @param slice rows of a further kind, such as `short` or `link`; null for all
/// @param ece expected calibration error over ten bins
/// @param threshold at which precision, recall, F1 and the confusion are taken
/// @param confusion `[[tn, fp], [fn, tp]]`, in rows
/// @param effectiveRows how many equal rows the weighted ones are worth (Kish); null in evaluations of before
/// @param unweighted the same figures of the rows as they are; null where all weights are equal
public record EvaluationSlice(
        String label,
        @Nullable String language,
        @Nullable String source,
        @Nullable String slice,
        long n,
        long positives,
        @Nullable Estimate rocAuc,
        @Nullable Estimate prAuc,
        @Nullable Estimate f1,
        @Nullable Estimate precision,
        @Nullable Estimate recall,
        @Nullable Double ece,
        double threshold,
        List<List<Long>> confusion,
        @Nullable Double effectiveRows,
        @Nullable Unweighted unweighted) {

    /// Of the items that people looked at, each as one.
    public record Unweighted(
            @Nullable Estimate rocAuc,
            @Nullable Estimate prAuc,
            @Nullable Estimate f1,
            @Nullable Estimate precision,
            @Nullable Estimate recall,
            double ece) {}
}
