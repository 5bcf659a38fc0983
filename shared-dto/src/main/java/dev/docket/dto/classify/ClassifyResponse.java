package dev.docket.dto.classify;

import dev.docket.dto.item.Route;
import dev.docket.dto.review.Evidence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One result per item, in order.
public record ClassifyResponse(List<Result> results) {
    public record Result(
            List<Score> scores,
            List<Evidence.Filter> filters,
            Route route,
            Map<String, String> modelVersions,
            @Nullable Map<String, Evidence.Explanation> explanation) {}

    /// @param threshold the lowest threshold that any policy sets for review; null where no policy uses the label
    public record Score(
            String label, double score, @Nullable Double threshold, boolean flagged) {}
}
