package dev.docket.backend.review;

import dev.docket.backend.queue.EarlierDecisions;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.EffectiveDecision;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What an adjudicator settles between: what was found, where and why, but not by whom.
@Component
class WaitingDecisions implements EarlierDecisions {
    private final PastDecisions decisions;

    WaitingDecisions(PastDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<EffectiveDecision> waiting(UUID item) {
        return decisions.of(item).stream()
                .filter(decision -> decision.state() == DecisionState.AWAITING_SECOND)
                .map(WaitingDecisions::unnamed)
                .toList();
    }

    private static EffectiveDecision unnamed(PastDecision decision) {
        var finding = decision.finding();
        return new EffectiveDecision(
                decision.id().toString(),
                null,
                null,
                null,
                finding.outcome(),
                finding.violations(),
                finding.actions(),
                decision.policyVersions(),
                new EffectiveDecision.By(decision.person() == null ? "AUTOMATION" : "PERSON"),
                decision.decidedAt(),
                finding.note());
    }
}
