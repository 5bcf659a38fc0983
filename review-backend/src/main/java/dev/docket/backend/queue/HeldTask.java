package dev.docket.backend.queue;

import dev.docket.dto.review.TaskKind;
import java.util.UUID;

/// A task as its holder completes it.
public record HeldTask(UUID id, UUID item, TaskKind kind, int round, String queue) {}
