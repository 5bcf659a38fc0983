package dev.docket.backend.review;

import dev.docket.backend.intake.Item;
import java.time.Instant;

/// A decision was written, HELD for its grace time or AWAITING_SECOND. Published synchronously inside the deciding
/// transaction: enforcement holds a message of what is HELD, labels keep the evidence of either.
///
/// @param item as it was read when it was decided on
/// @param undoUntil end of the grace time
public record DecisionRecorded(PastDecision decision, Item item, Instant undoUntil) {}
