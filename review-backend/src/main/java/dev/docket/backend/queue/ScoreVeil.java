package dev.docket.backend.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// Withholds scores from whoever has a task, so that it can be told what seeing them does to
/// decisions. Declared here for others to implement; without an implementation scores are
/// shown.
public interface ScoreVeil {
    /// Those of the tasks whose scores are withheld: for one task always the same, whoever asks
    /// and whenever.
    Set<UUID> withheld(Collection<Made> tasks);

    /// @param at when it was put into its queue
    record Made(UUID task, Instant at) {}
}
