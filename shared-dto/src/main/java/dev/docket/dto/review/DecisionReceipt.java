package dev.docket.dto.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The answer to a decision.
///
/// @param undoUntil until when it can be undone; null when it cannot
public record DecisionReceipt(
        String decisionId, DecisionState state, @Nullable Instant undoUntil) {}
