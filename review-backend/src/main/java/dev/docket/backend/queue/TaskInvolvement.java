package dev.docket.backend.queue;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who took part in an item without deciding on it. They saw it and may have swayed whoever decided, so they count as
/// involved wherever independence matters.
public interface TaskInvolvement {
    Set<UUID> of(UUID item);

    /// The same, without what they did about this one task: somebody asked about an appeal took part in no decision
    /// before it.
    Set<UUID> before(UUID task, UUID item);

    /// Notes that somebody took part, and keeps them from every other look at the items that is still to come. Joins
    /// the caller's transaction.
    ///
    /// @param task that it was about; null for none
    void note(UUID person, Part part, Collection<UUID> items, @Nullable UUID task);

    /// How somebody takes part without deciding; who is asked a question does too, and [Colleagues] keeps those.
    enum Part {
        /// Gave a task on, or up, with words for whoever has it next.
        HANDED_ON,
        AGREED_TO_WAVE,
        /// Found something of a wave that somebody else decided, or nobody.
        JUDGED_WAVE,
        SETTLED_AS_GOLDEN,
        /// Prepared or released a report to the authorities.
        REPORTED
    }
}
