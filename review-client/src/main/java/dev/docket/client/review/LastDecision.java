package dev.docket.client.review;

import dev.docket.client.common.finding.Choice;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The decision just taken, as long as it can be taken back.
///
/// @param receipt the floor's answer; null while the decision is only on disk
public record LastDecision(
        String key,
        Task task,
        Outcome outcome,
        Choice choice,
        String note,
        @Nullable DecisionReceipt receipt) {
    LastDecision acknowledged(DecisionReceipt answer) {
        return new LastDecision(key, task, outcome, choice, note, answer);
    }

    /// Whether it takes effect only when a second person has looked too.
    public boolean awaitsSecond() {
        return receipt != null && receipt.state() == DecisionState.AWAITING_SECOND;
    }

    /// Whether it can be taken back at `now`. What has not been sent can always be.
    public boolean canUndo(Instant now) {
        return receipt == null || receipt.undoUntil() != null && now.isBefore(receipt.undoUntil());
    }

    /// What is left of the time to undo; zero when it is over or nothing limits it yet.
    public Duration undoLeft(Instant now) {
        if (receipt == null || receipt.undoUntil() == null || !now.isBefore(receipt.undoUntil())) {
            return Duration.ZERO;
        }
        return Duration.between(now, receipt.undoUntil());
    }
}
