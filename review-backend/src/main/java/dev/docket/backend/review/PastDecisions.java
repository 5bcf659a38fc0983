package dev.docket.backend.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Decisions as other modules read them.
public interface PastDecisions {
    Optional<PastDecision> find(UUID decision);

    /// Every decision on the item, in the order of its rounds, undone ones too.
    List<PastDecision> of(UUID item);

    /// The one in effect.
    Optional<PastDecision> effective(UUID item);

    /// Everybody who ever decided on the item in any way, undone decisions included, and whoever was asked about it.
    Set<UUID> involved(UUID item);
}
