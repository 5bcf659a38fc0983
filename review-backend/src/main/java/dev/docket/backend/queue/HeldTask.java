package dev.docket.backend.queue;

import dev.docket.dto.review.TaskKind;
import java.util.UUID;

/// A task as its holder completes it.
///
/// @param round which look at the item this is, from 1
/// @param severity 1..4, as routed
/// @param probability the score that sent it here, 0..1
/// @param reason why it is here, in words
public record HeldTask(
        UUID id,
        UUID item,
        TaskKind kind,
        int round,
        String queue,
        Purpose purpose,
        int severity,
        double probability,
        String reason) {
    /// Whether it is about what others found, and not about the item alone.
    public boolean judgesFindings() {
        return kind == TaskKind.APPEAL || kind == TaskKind.ADJUDICATION;
    }
}
