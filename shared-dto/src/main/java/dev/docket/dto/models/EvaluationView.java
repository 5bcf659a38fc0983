package dev.docket.dto.models;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How good a model is on a split that it has not seen.
///
/// @param split such as `test`
/// @param champion what `versusChampion` compares with; null where nothing serves
/// @param slices each label as a whole first, then by language, source and further slices
/// @param versusChampion differences on the same rows, by paired bootstrap
/// @param curves one per label, for charts
/// @param evaluatedAt when the rows were scored
public record EvaluationView(
        String modelVersion,
        String labelSet,
        String split,
        @Nullable String champion,
        long rows,
        List<EvaluationSlice> slices,
        List<SliceComparison> versusChampion,
        List<LabelCurve> curves,
        List<IdentitySwap> identitySwap,
        List<Evasion> evasion,
        Instant evaluatedAt) {}
