package dev.docket.backend.enforcement;

import dev.docket.backend.classification.ItemRouted;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.review.DecisionRecorded;
import dev.docket.backend.review.DecisionTookEffect;
import dev.docket.backend.review.DecisionUndone;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Outcome;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes what platforms will be told, in the transaction that makes it true: a decision and its message are both
/// there or neither is. A message is held through the decision's grace time and is gone if the decision is undone.
@Component
class Messages {
    private final Outbox outbox;
    private final Items items;
    private final Clock clock;

    Messages(Outbox outbox, Items items, Clock clock) {
        this.outbox = outbox;
        this.items = items;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionRecorded recorded) {
        var decision = recorded.decision();
        if (decision.state() != DecisionState.HELD || decision.appealOutcome() == Outcome.UPHOLD) {
            return;
        }
        var item = item(decision.item());
        outbox.hold(
                Ids.next(),
                decision.item(),
                decision.id(),
                new Message(
                        MessageType.DECISION_EFFECTIVE.wire(),
                        decision.decidedAt(),
                        new Message.Decided(
                                decision.id().toString(),
                                item.id().toString(),
                                item.source(),
                                item.externalId(),
                                decision.finding().outcome(),
                                decision.finding().violations(),
                                decision.finding().actions(),
                                decision.policyVersions(),
                                new EffectiveDecision.By(decision.person() == null ? "AUTOMATION" : "PERSON"),
                                null)));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionUndone undone) {
        outbox.cancel(undone.decision());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionTookEffect effect) {
        outbox.release(effect.decision(), effect.effectiveAt());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemRouted routed) {
        if (!outbox.isWanted(MessageType.ITEM_ROUTED)) {
            return;
        }
        var item = item(routed.item());
        outbox.ready(
                Ids.next(),
                routed.item(),
                new Message(
                        MessageType.ITEM_ROUTED.wire(),
                        clock.instant(),
                        new Message.Routed(
                                item.id().toString(),
                                item.source(),
                                item.externalId(),
                                routed.route(),
                                routed.queue(),
                                routed.route() == Route.ALLOW ? null : (Integer) routed.severity(),
                                routed.unscored())));
    }

    private Item item(UUID id) {
        return items.find(id).orElseThrow(() -> new IllegalStateException("an event speaks of no item"));
    }
}
