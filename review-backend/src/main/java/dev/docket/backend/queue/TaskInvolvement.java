package dev.docket.backend.queue;

import java.util.Set;
import java.util.UUID;

/// Who took part in an item without deciding on it: who was asked about it, and who answered. They saw it and may have
/// swayed whoever decided, so they count as involved wherever independence matters.
public interface TaskInvolvement {
    Set<UUID> of(UUID item);
}
