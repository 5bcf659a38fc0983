package dev.docket.backend.appeals;

import java.time.Instant;
import java.util.UUID;

/// An appeal was right: the decision it was against has fallen. Published synchronously inside
/// the transaction that made the answer effective, after
/// [dev.docket.backend.review.DecisionSuperseded].
///
/// @param overturned the decision that fell
/// @param by the one that answers the appeal
public record AppealOverturned(UUID appeal, UUID item, UUID overturned, UUID by, Instant at) {}
