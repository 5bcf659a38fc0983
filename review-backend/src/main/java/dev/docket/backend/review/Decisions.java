package dev.docket.backend.review;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.queue.HeldTask;
import dev.docket.backend.queue.Purpose;
import dev.docket.backend.queue.QueueProblem;
import dev.docket.backend.queue.ReviewTasks;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.TaskKind;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes decisions, once each.
///
/// Deciding is one transaction: it closes the task under its live lease, writes the decision,
/// makes it the one that stands for its item and round, appends the audit entry, and lets
/// enforcement and labels write their rows. Either all of that is there afterwards or none of
/// it.
@Service
class Decisions {
    private final StoredDecisions stored;
    private final PastDecisions decisions;
    private final ReviewTasks tasks;
    private final Items items;
    private final Policies policies;
    private final TrialAnswers trials;
    private final AppealAnswers answers;
    private final DecidingRights rights;
    private final SecondLooks looks;
    private final DecisionWriter writer;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            StoredDecisions stored,
            PastDecisions decisions,
            ReviewTasks tasks,
            Items items,
            Policies policies,
            TrialAnswers trials,
            AppealAnswers answers,
            DecidingRights rights,
            SecondLooks looks,
            DecisionWriter writer,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.decisions = decisions;
        this.tasks = tasks;
        this.items = items;
        this.policies = policies;
        this.trials = trials;
        this.answers = answers;
        this.rights = rights;
        this.looks = looks;
        this.writer = writer;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Decides a claimed task.
    ///
    /// @param digest of the request's body, remembered beside the key
    /// @throws DomainProblem `lease-lost`, `already-decided`, `not-cleared`, or an `InvalidInput`
    ///     with every fault
    @Transactional
    public DecisionReceipt decide(
            Caller.Person person, UUID taskId, DecisionRequest request, String key, byte[] digest) {
        HeldTask task = tasks.complete(taskId, person.id(), request.lease());
        rights.check(person, task);
        Item item = items.find(task.item()).orElseThrow();
        DecisionReceipt receipt = task.kind() == TaskKind.APPEAL
                ? answer(person, task, item, request)
                : look(person, task, item, request);
        stored.remember(person.id(), key, digest, receipt);
        events.publishEvent(ItemLookedAt.of(person.id(), task, item.content(), request));
        return receipt;
    }

    /// Takes a decision back and gives the task back to its person, under a new lease.
    ///
    /// @throws DomainProblem `undo-expired` once the grace time is over, `not-found` for
    ///     somebody else's decision
    @Transactional
    public void undo(Caller.Person person, UUID decision) {
        var taken = stored.undo(decision, person.id());
        if (taken.isEmpty()) {
            UUID trial = trials.undo(person, decision).orElseThrow(() -> cannotUndo(decision, person));
            tasks.giveBack(trial, person.id());
            return;
        }
        var undone = taken.get();
        if (!tasks.takeBack(undone.item(), undone.round())) {
            throw new DomainProblem(
                    ReviewProblem.UNDO_EXPIRED,
                    "Somebody else is looking at the item already; it is out of your hands.");
        }
        if (undone.task() == null) {
            tasks.putBack(decision);
        } else {
            tasks.giveBack(undone.task(), person.id());
        }
        audit.append(person.actor(), "decision.undone", "decision", decision.toString(), Map.of());
        events.publishEvent(new DecisionUndone(decision, undone.item()));
    }

    /// Ends the grace time of whatever is due.
    ///
    /// @return how many took effect
    @Transactional
    public int takeEffect(int most) {
        var due = stored.takeEffect(most);
        for (var upheld : due.upheld()) {
            events.publishEvent(new DecisionUpheld(upheld.decision(), upheld.item(), upheld.at()));
        }
        due.superseded().forEach(events::publishEvent);
        items.moveAll(due.items(), ItemState.SETTLED);
        var effective = decisions.findAll(due.decisions());
        for (var decision : due.effective()) {
            var past = Objects.requireNonNull(effective.get(decision.decision()), "it was made effective just now");
            events.publishEvent(new DecisionTookEffect(past, decision.at()));
        }
        return due.size();
    }

    private DecisionReceipt look(Caller.Person person, HeldTask task, Item item, DecisionRequest request) {
        new DecisionRules(policies, clock.instant(), person).check(request, Extent.of(item));
        return task.purpose() == Purpose.LIVE
                ? take(person, task, item, request)
                : trials.answer(person, task, request, looks.seeming(person.id(), task, finding(request)));
    }

    private DecisionReceipt answer(Caller.Person person, HeldTask task, Item item, DecisionRequest request) {
        var appealed = answers.appealed(person, task);
        new DecisionRules(policies, clock.instant(), person)
                .checkAnswer(request, appealed.finding().outcome(), Extent.of(item));
        var found = answers.read(request, appealed, writer.versions(DecisionRules.violations(request)));
        var course = found.appealOutcome() == Outcome.UPHOLD
                ? Course.COUNTS
                : looks.unlessOneAlone(person.id(), task, found.finding());
        return writer.write(item, draft(person, task, request, found), course);
    }

    private DecisionReceipt take(Caller.Person person, HeldTask task, Item item, DecisionRequest request) {
        refuseOwnAppeal(person, task);
        var finding = finding(request);
        var found = new AppealAnswers.Found(finding, null, writer.versions(finding.violations()));
        return writer.write(item, draft(person, task, request, found), looks.after(person.id(), task, finding));
    }

    /// A look that is no appeal's could still be the answer to one: it may find what the appellant asked for.
    /// Before a first round there was nothing to appeal against.
    private void refuseOwnAppeal(Caller.Person person, HeldTask task) {
        if (task.round() > 1
                && tasks.isAppealed(task.item())
                && decisions.involvedBefore(task.id(), task.item()).contains(person.id())) {
            throw new DomainProblem(
                    QueueProblem.NOT_INDEPENDENT, "Somebody appeals against a decision that you took part in.");
        }
    }

    private Finding finding(DecisionRequest request) {
        return new Finding(
                request.outcome(),
                DecisionRules.violations(request),
                DecisionRules.actions(request, policies),
                request.note(),
                request.reasons());
    }

    private static Draft draft(
            Caller.Person person, HeldTask task, DecisionRequest request, AppealAnswers.Found found) {
        return new Draft(
                Ids.next(),
                task.item(),
                task.round(),
                DecisionKind.of(task.kind()),
                person.actor(),
                task.id(),
                request.lease(),
                found.finding(),
                found.appealOutcome(),
                found.policyVersions(),
                request.elapsedMs(),
                request.revealed());
    }

    private DomainProblem cannotUndo(UUID decision, Caller.Person person) {
        return stored.isBy(decision, person.id()) || trials.isBy(decision, person.id())
                ? new DomainProblem(
                        ReviewProblem.UNDO_EXPIRED, "Its grace time is over; a senior or supervisor can reverse it.")
                : new DomainProblem(CommonProblem.NOT_FOUND, "There is no such decision of yours.");
    }
}
