package dev.docket.backend.queue;

import dev.docket.dto.review.TaskKind;
import java.util.Set;
import java.util.UUID;

/// A further look at an item, in a round of its own.
///
/// @param queue where it waits
/// @param severity 1..4, which with `probability` makes its virtual deadline
/// @param barred people it is never offered to, because they took part before
/// @param reason in words, for whoever gets it; must say nothing of an earlier decision
public record NewLook(
        UUID item, TaskKind kind, String queue, int severity, double probability, Set<UUID> barred, String reason) {}
