package dev.docket.dto.item;

import dev.docket.dto.appeals.AppealSummary;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.TaskState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything the caller may know of an item.
///
/// @param content as sent; null once erased
/// @param samplingProbability with which an allowed item was picked for review; null when it was not a draw
public record ItemView(
        String id,
        String source,
        String externalId,
        ItemState state,
        Instant submittedAt,
        @Nullable ItemContent content,
        @Nullable Evidence evidence,
        @Nullable Route route,
        @Nullable String routeReason,
        @Nullable Double samplingProbability,
        @Nullable TaskSummary task,
        @Nullable EffectiveDecision effectiveDecision,
        int reports,
        List<AppealSummary> appeals) {

    /// Where the item waits.
    public record TaskSummary(String id, String kind, String queue, Instant dueAt, TaskState state) {}
}
