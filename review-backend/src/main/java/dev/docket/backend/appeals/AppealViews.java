package dev.docket.backend.appeals;

import dev.docket.backend.intake.Item;
import dev.docket.dto.appeals.AppealState;
import dev.docket.dto.appeals.AppealSummary;
import dev.docket.dto.appeals.AppealView;
import dev.docket.dto.review.Outcome;
import org.jspecify.annotations.Nullable;

/// Appeals as the wire has them. An answer that can still be undone is not told.
final class AppealViews {
    private AppealViews() {}

    /// @param held somebody has its task before them
    /// @param veiled the decision is withheld from who reads this
    static AppealView of(Appeal appeal, Item item, boolean held, boolean veiled) {
        boolean decided = appeal.state() == AppealState.DECIDED;
        return new AppealView(
                appeal.id().toString(),
                state(appeal, held),
                item.id().toString(),
                item.source(),
                item.externalId(),
                veiled ? null : appeal.decision().toString(),
                appeal.appellant(),
                appeal.receivedAt(),
                appeal.dueAt(),
                outcome(appeal),
                decided ? appeal.reasons() : null,
                decided && appeal.resolution() != null ? appeal.resolution().toString() : null,
                appeal.decidedAt());
    }

    static AppealSummary summary(Appeal appeal, boolean held) {
        return new AppealSummary(
                appeal.id().toString(),
                state(appeal, held),
                appeal.appellant().role(),
                appeal.dueAt(),
                outcome(appeal));
    }

    static AppealState state(Appeal appeal, boolean held) {
        return held && appeal.isOpen() ? AppealState.IN_REVIEW : appeal.state();
    }

    static @Nullable Outcome outcome(Appeal appeal) {
        return appeal.state() == AppealState.DECIDED ? appeal.outcome() : null;
    }
}
