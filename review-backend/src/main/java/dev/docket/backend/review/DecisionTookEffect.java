package dev.docket.backend.review;

import java.time.Instant;
import java.util.UUID;

/// A decision's grace time ended. Published synchronously inside the transaction that made it effective.
///
/// @param decision as it is now
public record DecisionTookEffect(PastDecision decision, Instant effectiveAt) {
    public UUID id() {
        return decision.id();
    }

    public UUID item() {
        return decision.item();
    }
}
