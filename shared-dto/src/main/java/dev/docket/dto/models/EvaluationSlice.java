package dev.docket.dto.models;

import dev.docket.dto.quality.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures of one label on some rows. A figure is null where the rows cannot tell, such as without positives.
///
/// @param language null for all
/// @param source null for all
/// @param slice rows of a further kind, such as `short` or `link`; null for all
/// @param ece expected calibration error over ten bins
/// @param threshold at which precision, recall, F1 and the confusion are taken
/// @param confusion `[[tn, fp], [fn, tp]]`
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
        List<List<Long>> confusion) {}
