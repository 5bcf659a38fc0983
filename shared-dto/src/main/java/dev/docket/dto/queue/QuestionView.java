package dev.docket.dto.queue;

import dev.docket.dto.review.TaskItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question about an item, as who asked and who was asked see it.
///
/// @param askedBy display name
/// @param to display name of who was asked; null when the supervisors were
/// @param item as it was asked about; null once it is erased
public record QuestionView(
        String id,
        String taskId,
        String itemId,
        String askedBy,
        @Nullable String to,
        String question,
        Instant askedAt,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable TaskItem item) {}
