package dev.docket.backend.review;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.intake.Item;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.queue.ReviewTasks;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes a decision with everything that belongs to it, in the caller's transaction: its one standing place, the audit
/// entry, what enforcement and labels add, and the further look it may have to wait for.
@Component
class DecisionWriter {
    private final StoredDecisions stored;
    private final ReviewTasks tasks;
    private final Policies policies;
    private final Lengths lengths;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    DecisionWriter(
            StoredDecisions stored,
            ReviewTasks tasks,
            Policies policies,
            Lengths lengths,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.stored = stored;
        this.tasks = tasks;
        this.policies = policies;
        this.lengths = lengths;
        this.audit = audit;
        this.events = events;
    }

    /// @throws DomainProblem `already-decided` when another decision stands for the round
    @Transactional(propagation = Propagation.MANDATORY)
    public DecisionReceipt write(Item item, Draft given, Course course) {
        var draft = given.with(lengths.bounded(given.finding()));
        var grace = policies.grace(draft.finding().violations(), draft.policyVersions());
        var times = stored.insert(draft, course, grace)
                .orElseThrow(() ->
                        new DomainProblem(ReviewProblem.ALREADY_DECIDED, "Somebody was first; claim the next task."));
        audit.append(draft.by(), "decision.recorded", "decision", draft.id().toString(), details(draft, course));
        if (course.next() != null) {
            tasks.open(course.next());
        }
        events.publishEvent(new DecisionRecorded(past(draft, course.state(), times), item, times.undoUntil()));
        return new DecisionReceipt(draft.id().toString(), course.state(), times.undoUntil());
    }

    /// Every policy looked at is bound at its version: those violated, or all of them for the rest.
    Map<String, Integer> versions(List<Violation> violations) {
        var violated = violations.stream().map(Violation::policy).toList();
        var versions = new TreeMap<String, Integer>();
        policies.all().stream()
                .filter(policy -> violated.isEmpty() || violated.contains(policy.key()))
                .forEach(policy -> versions.put(policy.key(), policy.version()));
        return versions;
    }

    /// While a decision waits for a second look, the trail says that it was taken and not what it found: supervisors
    /// read the trail, and may be the second person.
    private static Map<String, Object> details(Draft draft, Course course) {
        var details = new LinkedHashMap<String, Object>();
        details.put("item", draft.item());
        details.put("kind", draft.kind());
        if (draft.task() != null) {
            details.put("task", draft.task());
        }
        if (draft.lease() != null) {
            details.put("lease", draft.lease());
        }
        if (course.state() == DecisionState.HELD) {
            var finding = draft.finding();
            details.put("outcome", finding.outcome());
            details.put(
                    "policies",
                    finding.violations().stream().map(Violation::policy).toList());
        }
        return details;
    }

    private static PastDecision past(Draft draft, DecisionState state, StoredDecisions.Times times) {
        return new PastDecision(
                draft.id(),
                draft.item(),
                draft.task(),
                draft.round(),
                draft.kind(),
                draft.person(),
                draft.finding(),
                draft.appealOutcome(),
                draft.policyVersions(),
                state,
                times.decidedAt(),
                null);
    }
}
