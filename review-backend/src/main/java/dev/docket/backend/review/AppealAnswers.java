package dev.docket.backend.review;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.queue.HeldTask;
import dev.docket.backend.queue.QueueProblem;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the answer to an appeal finds of the item: upholding repeats the finding appealed
/// against, overturning finds the contrary, changing brings violations and actions of its own.
@Component
class AppealAnswers {
    private final PastDecisions decisions;
    private final Policies policies;

    AppealAnswers(PastDecisions decisions, Policies policies) {
        this.decisions = decisions;
        this.policies = policies;
    }

    /// The decision in effect, for somebody who took no part in any decision on the item. That
    /// is asked again here though such people are never offered the task: they may have taken
    /// part while they held it.
    PastDecision appealed(Caller.Person person, HeldTask task) {
        if (decisions.involvedBefore(task.id(), task.item()).contains(person.id())) {
            throw new DomainProblem(QueueProblem.NOT_INDEPENDENT, "You took part in an earlier decision on this item.");
        }
        return decisions
                .effective(task.item())
                .orElseThrow(() -> new DomainProblem(
                        ReviewProblem.ALREADY_DECIDED, "The decision appealed against is no longer in effect."));
    }

    /// @param request checked before
    /// @param versions of the policies the request speaks of
    Found read(DecisionRequest request, PastDecision appealed, Map<String, Integer> versions) {
        var was = appealed.finding();
        if (request.outcome() == Outcome.UPHOLD) {
            var same = new Finding(was.outcome(), was.violations(), was.actions(), request.note(), request.reasons());
            return new Found(same, Outcome.UPHOLD, appealed.policyVersions());
        }
        boolean violation = DecisionRules.findsViolation(request.outcome(), was.outcome());
        var finding = violation
                ? new Finding(
                        Outcome.VIOLATION,
                        DecisionRules.violations(request),
                        DecisionRules.actions(request, policies),
                        request.note(),
                        request.reasons())
                : new Finding(Outcome.APPROVE, List.of(), List.of(), request.note(), request.reasons());
        return new Found(finding, request.outcome(), violation ? versions : appealed.policyVersions());
    }

    /// What a decision will say.
    ///
    /// @param appealOutcome null where it answers no appeal
    record Found(Finding finding, @Nullable Outcome appealOutcome, Map<String, Integer> policyVersions) {}
}
