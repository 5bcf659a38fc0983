package dev.docket.backend.review;

import java.time.Instant;
import java.util.UUID;

/// A later decision took a decision's place. Published synchronously inside the transaction that made the later one
/// effective, before its [DecisionTookEffect].
///
/// @param by the decision that took its place
/// @param wasEffective whether it had been in effect, so that its actions must be compensated; otherwise it only waited
public record DecisionSuperseded(UUID decision, UUID by, UUID item, boolean wasEffective, Instant at) {}
