package dev.docket.backend.classification;

import dev.docket.dto.item.Route;
import dev.docket.dto.review.Evidence;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the models and thresholds said of an item.
///
/// @param samplingProbability with which an allowed item was drawn for review; null when it was no draw
/// @param media of each image and video; empty for a text
public record Assessment(
        UUID id,
        UUID item,
        boolean unscored,
        List<Evidence.Score> scores,
        Map<String, Evidence.Explanation> explanation,
        List<Evidence.Filter> filters,
        Map<String, String> modelVersions,
        Map<String, Integer> policyVersions,
        Route route,
        String routeReason,
        @Nullable Double samplingProbability,
        List<Evidence.MediaFinding> media) {}
