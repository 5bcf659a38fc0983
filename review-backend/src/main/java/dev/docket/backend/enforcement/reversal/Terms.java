package dev.docket.backend.enforcement.reversal;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.review.DecisionTookEffect;
import dev.docket.dto.enforcement.CompensatedAction;
import dev.docket.dto.enforcement.ReversalReason;
import dev.docket.dto.review.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends actions at their time. The time is the database's, so no floor whose clock runs ahead ends a
/// suspension early, and the row's change of state lets only one of several floors tell of it.
@Component
class Terms {
    private static final int BATCH = 200;

    private final StoredTerms stored;
    private final Reversals reversals;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Terms(StoredTerms stored, Reversals reversals, AuditTrail audit, TransactionTemplate transaction) {
        this.stored = stored;
        this.reversals = reversals;
        this.audit = audit;
        this.transaction = transaction;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionTookEffect effect) {
        effect.decision().finding().actions().stream()
                .filter(action -> action.until() != null
                        && Compensations.of(action.type()).isPresent())
                .forEach(action -> stored.start(effect.id(), effect.item(), action));
    }

    @Scheduled(fixedDelay = 1_000)
    void keep() {
        int ended = BATCH;
        while (ended == BATCH) {
            ended = expire();
        }
    }

    /// @return how many actions ended
    int expire() {
        Integer ended = transaction.execute(status -> {
            var due = stored.expire(BATCH);
            byDecision(due).forEach(this::end);
            return due.size();
        });
        return ended == null ? 0 : ended;
    }

    private void end(UUID decision, List<StoredTerms.Ended> ended) {
        var first = ended.getFirst();
        var compensations = ended.stream()
                .flatMap(one -> Compensations.of(one.type()).stream()
                        .map(undo -> new CompensatedAction(new Action(one.type(), one.endsAt()), undo)))
                .toList();
        audit.append(
                new Actor.Automation("expiry"),
                "action.expired",
                "decision",
                decision.toString(),
                Map.of("actions", ended.stream().map(StoredTerms.Ended::type).toList()));
        reversals.tell(decision, null, first.item(), ReversalReason.EXPIRED, compensations, first.at());
    }

    private static Map<UUID, List<StoredTerms.Ended>> byDecision(List<StoredTerms.Ended> ended) {
        return ended.stream()
                .collect(Collectors.groupingBy(StoredTerms.Ended::decision, LinkedHashMap::new, Collectors.toList()));
    }
}
