package dev.docket.backend.review;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.queue.HeldTask;
import dev.docket.backend.queue.Purpose;
import dev.docket.backend.queue.ReviewTasks;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.TaskKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes the decisions that no claimed task leads to, by the same rules.
@Component
class DecidedWithoutTask implements UnclaimedDecisions {
    /// How probable a violation was before somebody found it: no model was asked about what many items have in common.
    private static final double UNKNOWN = 0.5;

    private final DecisionWriter writer;
    private final SecondLooks looks;
    private final StoredDecisions stored;
    private final PastDecisions decisions;
    private final ReviewTasks tasks;
    private final Items items;
    private final Policies policies;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecidedWithoutTask(
            DecisionWriter writer,
            SecondLooks looks,
            StoredDecisions stored,
            PastDecisions decisions,
            ReviewTasks tasks,
            Items items,
            Policies policies,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.writer = writer;
        this.looks = looks;
        this.stored = stored;
        this.decisions = decisions;
        this.tasks = tasks;
        this.items = items;
        this.policies = policies;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<DecisionReceipt> decide(Actor by, UUID itemId, Finding finding, DecisionKind kind) {
        return decide(by, itemId, finding, kind, List.of());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<DecisionReceipt> decide(
            Actor by, UUID itemId, Finding finding, DecisionKind kind, List<Finding> others) {
        Item item = items.find(itemId).orElseThrow();
        new DecisionRules(policies, clock.instant(), null).check(asRequest(finding), Extent.of(item));
        if (stored.isHeld(itemId) || isSettledBefore(kind, itemId) || isOwnAppeal(by, itemId)) {
            return Optional.empty();
        }
        UUID id = Ids.next();
        return tasks.withdraw(itemId, id).map(round -> {
            var draft = new Draft(
                    id,
                    itemId,
                    round,
                    kind,
                    by,
                    null,
                    null,
                    finding,
                    null,
                    writer.versions(finding.violations()),
                    null,
                    null);
            return writer.write(item, draft, course(draft, others));
        });
    }

    @Override
    public boolean wantsSecond(Caller.Person person, Finding finding) {
        return looks.isDrawn(person.id(), inPlaceOfATask(Ids.next(), Ids.next(), 1, finding), finding);
    }

    @Override
    public Optional<Finding> agreed(Finding first, Finding second) {
        return Accord.between(first, second) ? Optional.of(Accord.common(first, second)) : Optional.empty();
    }

    @Override
    public boolean isBacked(Finding finding, List<Finding> others) {
        return SecondLooks.isBacked(finding, others);
    }

    @Override
    public void check(Caller.Person person, Finding finding) {
        new DecisionRules(policies, clock.instant(), person).check(asRequest(finding), Extent.NONE);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean undo(Actor by, UUID decision) {
        var undone = stored.undo(decision);
        if (undone.isEmpty()
                || !tasks.takeBack(undone.get().item(), undone.get().round())) {
            return false;
        }
        tasks.putBack(decision);
        audit.append(by, "decision.undone", "decision", decision.toString(), Map.of());
        events.publishEvent(new DecisionUndone(decision, undone.get().item()));
        return true;
    }

    /// A wave is of what waits. A member that somebody decided while the wave waited for its approval is decided.
    private boolean isSettledBefore(DecisionKind kind, UUID item) {
        return kind == DecisionKind.WAVE && decisions.effective(item).isPresent();
    }

    /// Whoever took part in what somebody appeals against leaves the item to those who did not.
    private boolean isOwnAppeal(Actor by, UUID item) {
        return by instanceof Actor.Person person
                && tasks.isAppealed(item)
                && decisions.involved(item).contains(person.id());
    }

    private Course course(Draft draft, List<Finding> others) {
        @Nullable UUID person = draft.person();
        var task = inPlaceOfATask(draft.id(), draft.item(), draft.round(), draft.finding());
        if (person == null) {
            return looks.afterAutomation(task, draft.finding());
        }
        return SecondLooks.isBacked(draft.finding(), others)
                ? Course.COUNTS
                : looks.unlessOneAlone(person, task, draft.finding());
    }

    private static HeldTask inPlaceOfATask(UUID id, UUID item, int round, Finding finding) {
        String queue = finding.violations().isEmpty()
                ? ""
                : finding.violations().getFirst().policy();
        return new HeldTask(
                id,
                item,
                TaskKind.ADJUDICATION,
                round,
                queue,
                Purpose.LIVE,
                Math.max(1, Accord.severity(finding)),
                UNKNOWN,
                "An action that needs two people.");
    }

    private static DecisionRequest asRequest(Finding finding) {
        return new DecisionRequest(
                0,
                finding.outcome(),
                finding.violations(),
                finding.actions(),
                finding.note(),
                null,
                null,
                finding.reasons());
    }
}
