package dev.docket.dto.labels;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a label set as it is exported.
///
/// @param labels model label to 1 (a decision found it) or 0 (a decision looked and did not)
/// @param scores label to the score at the time of the decision
/// @param scoresVisible whether the person saw the scores
/// @param samplingProbability with which the item was picked for review; 1 when its route was certain
@JsonPropertyOrder({"itemId", "source", "externalId", "split", "text", "language", "labels"})
public record LabelRow(
        String itemId,
        String source,
        String externalId,
        String split,
        @Nullable String text,
        @Nullable String language,
        Map<String, Integer> labels,
        String outcome,
        List<Violation> violations,
        String decisionId,
        Instant decidedAt,
        Map<String, Integer> policyVersions,
        Map<String, Double> scores,
        @Nullable String modelVersion,
        boolean scoresVisible,
        double samplingProbability) {}
