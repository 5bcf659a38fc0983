package dev.docket.backend.queue;

import dev.docket.dto.review.Evidence;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Decided items like the ones at hand. Declared here for the task's evidence; the precedents module implements it.
public interface Precedents {
    /// @param items as many as are claimed at once
    /// @return item to its nearest decided others, nearest first, never the item itself; absent where there is none
    Map<UUID, List<Evidence.Precedent>> of(Collection<UUID> items);
}
