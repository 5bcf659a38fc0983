package dev.docket.backend.enforcement;

import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.review.DecisionSuperseded;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.dto.enforcement.CompensatedAction;
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
    private final Items items;
    private final Outbox outbox;

    Reversals(PastDecisions decisions, Items items, Outbox outbox) {
        this.decisions = decisions;
        this.items = items;
        this.outbox = outbox;
    }

    /// A decision that never was in effect was never told: there is nothing to take back.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionSuperseded superseded) {
        if (!superseded.wasEffective()) {
            return;
        }
        var earlier = known(superseded.decision());
        var later = known(superseded.by());
        var compensations = Compensations.between(
                earlier.finding().actions(), later.finding().actions());
        if (compensations.isEmpty()
                && earlier.finding().outcome() == later.finding().outcome()) {
            return;
        }
        outbox.readyOnce(
                Ids.next(),
                superseded.item(),
                superseded.decision(),
                message(earlier, superseded.by(), ReversalReason.SUPERSEDED, compensations, superseded.at()));
    }

    private Message message(
            PastDecision of,
            @Nullable UUID by,
            ReversalReason reason,
            List<CompensatedAction> compensations,
            Instant at) {
        var item = items.find(of.item()).orElseThrow();
        return new Message(
                MessageType.DECISION_REVERSED.wire(),
                at,
                new Message.Reversed(
                        of.id().toString(),
                        by == null ? null : by.toString(),
                        item.id().toString(),
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
