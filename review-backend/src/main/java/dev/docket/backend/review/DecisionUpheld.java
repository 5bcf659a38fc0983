package dev.docket.backend.review;

import java.time.Instant;
import java.util.UUID;

/// The grace time of an answer ended that upholds a decision appealed against. Nothing else
/// changes, so there is no [DecisionTookEffect]. Published synchronously inside the transaction
/// that ended it.
///
/// @param decision the answer
public record DecisionUpheld(UUID decision, UUID item, Instant at) {}
