package dev.docket.backend.quality;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.queue.HeldTask;
import dev.docket.backend.review.TrialAnswers;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes answers to trial tasks and answers as for a live decision, so that nobody can tell
/// them apart by what comes back: the same states, grace times and refusals.
@Service
class TrialDesk implements TrialAnswers {
    private final StoredTrialAnswers answers;
    private final Policies policies;
    private final AuditTrail audit;
    private final TruthNews news;

    TrialDesk(StoredTrialAnswers answers, Policies policies, AuditTrail audit, TruthNews news) {
        this.answers = answers;
        this.policies = policies;
        this.audit = audit;
        this.news = news;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public DecisionReceipt answer(Caller.Person person, HeldTask task, DecisionRequest request, DecisionState seeming) {
        UUID id = Ids.next();
        boolean settles = request.outcome() != Outcome.CANNOT_DECIDE;
        List<Violation> violations = request.outcome() == Outcome.VIOLATION && request.violations() != null
                ? request.violations()
                : List.of();
        var versions = versions(violations);
        var undoUntil = answers.insert(new StoredTrialAnswers.Answer(
                id,
                task.id(),
                task.item(),
                person.id(),
                request.outcome(),
                violations,
                versions,
                request.note(),
                request.elapsedMs(),
                request.revealed(),
                settles ? policies.grace(violations, versions) : Duration.ZERO));
        audit.append(
                person.actor(),
                "trial.answered",
                "trial_answer",
                id.toString(),
                Map.of("item", task.item(), "task", task.id(), "outcome", request.outcome()));
        news.answered(task.purpose());
        return settles
                ? new DecisionReceipt(id.toString(), seeming, undoUntil)
                : new DecisionReceipt(id.toString(), DecisionState.AWAITING_SECOND, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> undo(Caller.Person person, UUID answer) {
        var task = answers.undo(answer, person.id());
        task.ifPresent(taken ->
                audit.append(person.actor(), "trial.undone", "trial_answer", answer.toString(), Map.of("task", taken)));
        return task;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isBy(UUID answer, UUID person) {
        return answers.isBy(answer, person);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemErased erased) {
        answers.forgetNotes(erased.item());
    }

    /// Bound as a decision's are: those violated, or all of them.
    private Map<String, Integer> versions(List<Violation> violations) {
        var violated = violations.stream().map(Violation::policy).toList();
        var versions = new TreeMap<String, Integer>();
        policies.all().stream()
                .filter(policy -> violated.isEmpty() || violated.contains(policy.key()))
                .forEach(policy -> versions.put(policy.key(), policy.version()));
        return versions;
    }
}
