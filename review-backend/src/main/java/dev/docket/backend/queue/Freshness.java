package dev.docket.backend.queue;

import dev.docket.backend.intake.Item;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.review.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the item of a trial task look as if it had just come: everything about it is moved
/// in time by as much as the item is older than its task, so that what happened around it
/// keeps its distances. Live items stay as they are.
///
/// @param shift how much later everything seems; zero for live tasks
record Freshness(Duration shift) {
    private static final Freshness AS_IT_IS = new Freshness(Duration.ZERO);

    /// Between arriving and waiting lie scoring and routing: about a second, never the same.
    private static final long SCORED_WITHIN_MS = 400;

    static Freshness of(TaskRow task, Item item) {
        if (task.purpose() == Purpose.LIVE) {
            return AS_IT_IS;
        }
        long scored = SCORED_WITHIN_MS + Math.floorMod(task.id().getLeastSignificantBits(), 1_024L);
        var seeming = task.enqueuedAt().minusMillis(scored);
        var shift = Duration.between(item.submittedAt(), seeming);
        return shift.isPositive() ? new Freshness(shift) : AS_IT_IS;
    }

    /// As it waits for its person, whatever became of it.
    Item of(Item item) {
        return new Item(
                item.id(),
                item.source(),
                item.externalId(),
                ItemState.IN_REVIEW,
                of(item.content()),
                item.views(),
                item.shares(),
                item.reports(),
                item.submittedAt().plus(shift),
                item.media());
    }

    private @Nullable ItemContent of(@Nullable ItemContent content) {
        return content == null
                ? null
                : new ItemContent(
                        content.source(),
                        content.externalId(),
                        content.text(),
                        content.language(),
                        content.url(),
                        at(content.occurredAt()),
                        content.media(),
                        content.author(),
                        content.context(),
                        content.metrics(),
                        content.metadata());
    }

    Evidence of(Evidence evidence) {
        return new Evidence(
                evidence.scores(),
                evidence.scoresHidden(),
                evidence.explanation(),
                evidence.filters(),
                reports(evidence.reports()),
                evidence.history(),
                thread(evidence.thread()),
                evidence.precedents(),
                evidence.media());
    }

    List<ReportView> reports(List<ReportView> reports) {
        return reports.stream()
                .map(report -> new ReportView(
                        report.id(),
                        report.reporter(),
                        report.policy(),
                        report.comment(),
                        report.reportedAt().plus(shift),
                        report.count(),
                        report.trust()))
                .toList();
    }

    List<Evidence.ThreadItem> thread(List<Evidence.ThreadItem> thread) {
        return thread.stream()
                .map(other -> new Evidence.ThreadItem(
                        other.itemId(), other.author(), other.text(), at(other.occurredAt()), other.outcome()))
                .toList();
    }

    private @Nullable Instant at(@Nullable Instant at) {
        return at == null ? null : at.plus(shift);
    }
}
