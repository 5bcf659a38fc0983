package dev.docket.dto.labels;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a label set as it is exported.
///
/// @param itemId of the item, or of the imported row
/// @param labels model label to 1 (a decision found it) or 0 (a decision looked and did not)
/// @param scores label to the score at the time of the decision
/// @param scoresVisible whether the person saw the scores
/// @param samplingProbability with which the item was picked for review; 1 when its route was certain
/// @param labelSource how the labels were settled: the kind of the decision in effect, or `IMPORTED`
/// @param weight what the row counts for: the inverse of its propensity, clipped, times what its agreement is worth
/// @param keptProbability with which the row was kept for balance; 1 where none was left out
/// @param looks people who judged the item without knowing what others found
/// @param agreement share of pairs of these looks that found the same policies; null for fewer than two
/// @param votes everybody's finding, in the order of time
/// @param appealOutcome `UPHOLD`, `OVERTURN` or `CHANGE`; null where nobody appealed or no answer is in effect
/// @param group rows with the same share an author or a near-duplicate, and a split
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
        @Nullable String decisionId,
        Instant decidedAt,
        Map<String, Integer> policyVersions,
        Map<String, Double> scores,
        @Nullable String modelVersion,
        boolean scoresVisible,
        double samplingProbability,
        String labelSource,
        double weight,
        double keptProbability,
        int looks,
        @Nullable Double agreement,
        List<LabelVote> votes,
        boolean adjudicated,
        boolean golden,
        boolean evaluation,
        @Nullable String appealOutcome,
        @Nullable Instant effectiveAt,
        String group) {}
