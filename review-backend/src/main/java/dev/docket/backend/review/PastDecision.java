package dev.docket.backend.review;

import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision as it was taken, for modules that follow it up. Never for a second reviewer's eyes.
///
/// @param person who decided; null for automation
/// @param appealOutcome UPHOLD, OVERTURN or CHANGE where it answered an appeal
/// @param policyVersions policy key to the version decided under
public record PastDecision(
        UUID id,
        UUID item,
        @Nullable UUID task,
        int round,
        DecisionKind kind,
        @Nullable UUID person,
        Finding finding,
        @Nullable Outcome appealOutcome,
        Map<String, Integer> policyVersions,
        DecisionState state,
        Instant decidedAt,
        @Nullable Instant effectiveAt) {}
