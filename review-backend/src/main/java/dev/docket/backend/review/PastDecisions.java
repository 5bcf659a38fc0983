package dev.docket.backend.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Decisions as other modules read them.
public interface PastDecisions {
    Optional<PastDecision> find(UUID decision);

    /// Those there are, by their ids, in one statement.
    Map<UUID, PastDecision> findAll(Collection<UUID> decisions);

    /// Every decision on the item, in the order of its rounds, undone ones too.
    List<PastDecision> of(UUID item);

    /// The one in effect.
    Optional<PastDecision> effective(UUID item);

    /// Everybody who ever took part in a decision on the item: who decided in any way, undone decisions included, and
    /// whom [dev.docket.backend.queue.TaskInvolvement] knows of.
    Set<UUID> involved(UUID item);

    /// The same, without what they did about this one task.
    Set<UUID> involvedBefore(UUID task, UUID item);
}
