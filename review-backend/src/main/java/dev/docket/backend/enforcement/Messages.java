package dev.docket.backend.enforcement;

import dev.docket.backend.classification.ItemRouted;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.review.DecisionRecorded;
import dev.docket.backend.review.DecisionTookEffect;
import dev.docket.backend.review.DecisionUndone;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.dto.enforcement.ReportDecided;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
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
    private final NoticeWriting notices;
    private final PastDecisions decisions;
    private final Items items;
    private final Clock clock;

    Messages(Outbox outbox, NoticeWriting notices, PastDecisions decisions, Items items, Clock clock) {
        this.outbox = outbox;
        this.notices = notices;
        this.decisions = decisions;
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
        var item = recorded.item();
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
                                null,
                                notices.toAuthor(decision, item).orElse(null))));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionUndone undone) {
        outbox.cancel(undone.decision());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionTookEffect effect) {
        outbox.release(effect.id(), effect.effectiveAt());
        var reporters = items.reports(effect.item()).stream()
                .map(ReportView::reporter)
                .distinct()
                .toList();
        if (!reporters.isEmpty() && isNews(effect.decision())) {
            tell(reporters, effect.decision());
        }
    }

    /// Not knowing tells reporters nothing, and what an appeal changes its own message tells them.
    private static boolean isNews(PastDecision decision) {
        return decision.finding().outcome() != Outcome.CANNOT_DECIDE && decision.appealOutcome() == null;
    }

    private void tell(List<String> reporters, PastDecision decision) {
        var item = item(decision.item());
        var at = Objects.requireNonNull(decision.effectiveAt());
        outbox.ready(
                Ids.next(),
                item.id(),
                decision.id(),
                new Message(
                        MessageType.REPORT_DECIDED.wire(),
                        at,
                        new ReportDecided(
                                decision.id().toString(),
                                item.id().toString(),
                                item.source(),
                                item.externalId(),
                                reporters,
                                decision.finding().outcome(),
                                notices.toReporters(decision, item),
                                at)));
    }

    /// What was written of the item's words goes with them; what was found stays.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemErased erased) {
        outbox.forgetWords(
                decisions.of(erased.item()).stream().map(PastDecision::id).toList());
        outbox.forgetAppeals(erased.item());
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
