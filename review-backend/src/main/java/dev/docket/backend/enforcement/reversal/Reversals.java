package dev.docket.backend.enforcement.reversal;

import dev.docket.backend.enforcement.Announcements;
import dev.docket.backend.enforcement.MessageType;
import dev.docket.backend.intake.Items;
import dev.docket.backend.review.DecisionSuperseded;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.dto.enforcement.CompensatedAction;
import dev.docket.dto.enforcement.DecisionReversed;
import dev.docket.dto.enforcement.ReversalReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells platforms which actions to take back, and how. The message is written before the one of the
/// decision that took the place, so that what is lifted and imposed again is lifted first.
@Component
class Reversals {
    private final PastDecisions decisions;
    private final StoredTerms terms;
    private final Items items;
    private final Announcements announcements;

    Reversals(PastDecisions decisions, StoredTerms terms, Items items, Announcements announcements) {
        this.decisions = decisions;
        this.terms = terms;
        this.items = items;
        this.announcements = announcements;
    }

    /// A decision that never was in effect was never told: there is nothing to take back. Nor is there
    /// of actions whose time was over before.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionSuperseded superseded) {
        if (!superseded.wasEffective()) {
            return;
        }
        terms.withdraw(superseded.decision());
        var ended = terms.expired(superseded.decision());
        var earlier = known(superseded.decision());
        var later = known(superseded.by());
        var holding = earlier.finding().actions().stream()
                .filter(action -> !ended.contains(action.type()))
                .toList();
        var compensations = Compensations.between(holding, later.finding().actions());
        if (!compensations.isEmpty()
                || earlier.finding().outcome() != later.finding().outcome()) {
            tell(
                    superseded.decision(),
                    superseded.by(),
                    superseded.item(),
                    ReversalReason.SUPERSEDED,
                    compensations,
                    superseded.at());
        }
    }

    void tell(
            UUID decision,
            @Nullable UUID by,
            UUID itemId,
            ReversalReason reason,
            List<CompensatedAction> compensations,
            Instant at) {
        var item = items.find(itemId).orElseThrow();
        announcements.announce(
                MessageType.DECISION_REVERSED,
                itemId,
                at,
                new DecisionReversed(
                        decision.toString(),
                        by == null ? null : by.toString(),
                        itemId.toString(),
                        item.source(),
                        item.externalId(),
                        reason,
                        compensations,
                        at));
    }

    private PastDecision known(UUID decision) {
        return decisions.find(decision).orElseThrow(() -> new IllegalStateException("an event speaks of no decision"));
    }
}
