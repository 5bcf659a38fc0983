package dev.docket.dto.enforcement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the message `decision.reversed` tells.
///
/// @param decisionId whose actions no longer hold
/// @param by the decision that took its place; null where their time was over
/// @param compensations what to do; what still holds is not named
public record DecisionReversed(
        String decisionId,
        @Nullable String by,
        String itemId,
        String source,
        String externalId,
        ReversalReason reason,
        List<CompensatedAction> compensations,
        Instant reversedAt) {}
