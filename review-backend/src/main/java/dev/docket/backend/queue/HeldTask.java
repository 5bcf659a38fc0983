package dev.docket.backend.queue;

import dev.docket.dto.review.TaskKind;
import java.util.UUID;

/// A task as its holder completes it.
///
/// @param round which look at the item this is, from 1
public record HeldTask(UUID id, UUID item, TaskKind kind, int round, String queue, Purpose purpose) {}
