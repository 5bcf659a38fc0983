package dev.docket.dto.search;

import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision in an item's history.
///
/// @param appealOutcome UPHOLD, OVERTURN or CHANGE where it answered an appeal
/// @param policies keys of what was violated
public record PastFinding(
        String decisionId,
        DecisionKind kind,
        Outcome outcome,
        @Nullable Outcome appealOutcome,
        List<String> policies,
        List<ActionType> actions,
        DecisionState state,
        Instant decidedAt) {}
