package dev.docket.backend.review;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.queue.QueueProblem;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.ReverseRequest;
import dev.docket.dto.review.Violation;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reverses decisions in effect: a superseding decision, which enforcement follows with compensating actions.
@Service
public class TakingBack {
    private final PastDecisions decisions;
    private final UnclaimedDecisions unclaimed;
    private final DecidingRights rights;
    private final Policies policies;

    TakingBack(PastDecisions decisions, UnclaimedDecisions unclaimed, DecidingRights rights, Policies policies) {
        this.decisions = decisions;
        this.unclaimed = unclaimed;
        this.rights = rights;
        this.policies = policies;
    }

    /// @throws DomainProblem `not-found`, `not-in-effect` when the decision waits, was undone or superseded, or
    ///     `not-independent` for whoever took part in a decision on the item, `not-cleared`
    @Transactional
    public DecisionReceipt reverse(Caller.Person person, UUID decision, ReverseRequest request) {
        if (request.reasons().isBlank()) {
            new FieldErrors()
                    .add("/reasons", "1 to 4000 characters; the author reads them")
                    .throwIfAny();
        }
        var past = decisions
                .find(decision)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such decision."));
        if (past.state() != DecisionState.EFFECTIVE) {
            throw new DomainProblem(
                    ReviewProblem.NOT_IN_EFFECT,
                    "Only a decision in effect can be reversed; this one is " + past.state() + ".");
        }
        if (decisions.involved(past.item()).contains(person.id())) {
            throw new DomainProblem(
                    QueueProblem.NOT_INDEPENDENT, "You took part in a decision on this item; somebody else must look.");
        }
        var finding = finding(request);
        rights.check(
                person,
                Stream.concat(past.finding().violations().stream(), finding.violations().stream())
                        .map(Violation::policy)
                        .toList());
        return unclaimed
                .decide(person.actor(), past.item(), finding, DecisionKind.REVERSAL)
                .orElseThrow(() -> new DomainProblem(
                        ReviewProblem.ALREADY_DECIDED, "Somebody is looking at the item at this moment; try again."));
    }

    private Finding finding(ReverseRequest request) {
        var outcome = request.outcome() == null ? Outcome.APPROVE : request.outcome();
        var violations = request.violations() == null ? List.<Violation>of() : request.violations();
        var actions = request.actions() == null
                ? violations.stream()
                        .findFirst()
                        .flatMap(violation -> policies.byKey(violation.policy()))
                        .map(policy -> List.of(new Action(policy.defaultAction(), null)))
                        .orElse(List.of())
                : request.actions();
        return new Finding(outcome, violations, actions, null, request.reasons());
    }
}
