package dev.docket.dto.queue;

import dev.docket.dto.item.ItemState;
import dev.docket.dto.review.TaskKind;
import dev.docket.dto.review.TaskState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an item is now: `GET /api/v1/items/{id}/whereabouts`.
///
/// @param tasks what waits or is held, as far as the caller may know; empty when nothing is
public record Whereabouts(String itemId, ItemState state, List<Place> tasks) {
    /// @param holder display name
    /// @param keptFor display name of the one person it is kept for
    public record Place(
            String taskId,
            TaskKind kind,
            String queue,
            TaskState state,
            Instant enqueuedAt,
            Instant dueAt,
            @Nullable String holder,
            @Nullable Instant leasedUntil,
            @Nullable String keptFor) {}
}
