package dev.docket.backend.review;

import dev.docket.backend.queue.EarlierDecisions;
import dev.docket.dto.review.DecisionKind;
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
        var all = decisions.of(item);
        long waiting = all.stream()
                .filter(decision -> decision.state() == DecisionState.AWAITING_SECOND)
                .count();
        return all.stream()
                .filter(decision -> decision.state() == DecisionState.AWAITING_SECOND
                        || waiting == 1 && isStandingAutomation(decision))
                .map(WaitingDecisions::unnamed)
                .toList();
    }

    /// What a policy did by itself and nobody has taken the place of: where one person alone waits, it is what they
    /// disagree with.
    static boolean isStandingAutomation(PastDecision decision) {
        return decision.kind() == DecisionKind.AUTOMATION
                && (decision.state() == DecisionState.EFFECTIVE || decision.state() == DecisionState.HELD);
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
