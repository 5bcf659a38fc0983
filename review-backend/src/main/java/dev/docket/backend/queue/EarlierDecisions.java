package dev.docket.backend.queue;

import dev.docket.dto.review.EffectiveDecision;
import java.util.List;
import java.util.UUID;

/// The decisions an adjudicator settles between. Declared here for the task's assembly; the review module implements
/// it.
public interface EarlierDecisions {
    /// In the order they were taken, without a name.
    List<EffectiveDecision> waiting(UUID item);
}
