package dev.docket.backend.appeals;

import dev.docket.backend.queue.AppealBriefs;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Task;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The appeal and the decision it is against, for the task's holder. While the decision is
/// veiled from them it is left out.
@Component
class AppealPapers implements AppealBriefs {
    private final StoredAppeals appeals;
    private final PastDecisions decisions;

    AppealPapers(StoredAppeals appeals, PastDecisions decisions) {
        this.appeals = appeals;
        this.decisions = decisions;
    }

    @Override
    public Optional<Papers> of(UUID task, @Nullable UUID reader) {
        return appeals.findByTaskId(task).map(appeal -> new Papers(brief(appeal), first(appeal, reader)));
    }

    private static Task.AppealBrief brief(Appeal appeal) {
        String statement = appeal.statement();
        return new Task.AppealBrief(
                appeal.id().toString(),
                appeal.appellant().role().name(),
                statement == null ? "" : statement,
                appeal.dueAt());
    }

    private @Nullable List<EffectiveDecision> first(Appeal appeal, @Nullable UUID reader) {
        boolean veiled = reader == null ? appeal.isBlind() : appeal.isVeiledFrom(reader);
        return veiled
                ? null
                : decisions.find(appeal.decision()).map(AppealPapers::view).stream()
                        .toList();
    }

    private static EffectiveDecision view(PastDecision decision) {
        return new EffectiveDecision(
                decision.id().toString(),
                null,
                null,
                null,
                decision.finding().outcome(),
                decision.finding().violations(),
                decision.finding().actions(),
                decision.policyVersions(),
                new EffectiveDecision.By(decision.person() == null ? "AUTOMATION" : "PERSON"),
                decision.effectiveAt() == null ? decision.decidedAt() : decision.effectiveAt());
    }
}
