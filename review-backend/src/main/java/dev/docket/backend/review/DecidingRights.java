package dev.docket.backend.review;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.SourceQueue;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.queue.HeldTask;
import dev.docket.backend.queue.JudgingRights;
import dev.docket.backend.queue.QueueProblem;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Violation;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who may decide by a policy, by its own terms: from which role on, and trained in what.
///
/// A claim asks this of the policy whose queue it takes from, and for appeals and adjudications of the policies that
/// were found broken. It is asked again with the decision: the terms may have changed since.
@Component
class DecidingRights implements JudgingRights {
    private static final Set<DecisionState> STANDING =
            EnumSet.of(DecisionState.AWAITING_SECOND, DecisionState.HELD, DecisionState.EFFECTIVE);

    private final Policies policies;
    private final PastDecisions decisions;

    DecidingRights(Policies policies, PastDecisions decisions) {
        this.policies = policies;
        this.decisions = decisions;
    }

    @Override
    public boolean admit(Caller.Person person, HeldTask task) {
        return found(task)
                .flatMap(key -> policies.byKey(key).stream())
                .allMatch(policy -> SourceQueue.isCleared(person.queues(), policy.key())
                        && policy.mayBeDecidedBy(person.roles(), person.skills()));
    }

    /// @throws DomainProblem `not-cleared` when the task is about a policy that this person may not decide by
    void check(Caller.Person person, HeldTask task) {
        check(person, Stream.concat(Stream.of(task.queue()), found(task)).toList());
    }

    private Stream<String> found(HeldTask task) {
        return task.judgesFindings()
                ? decisions.of(task.item()).stream()
                        .filter(decision -> STANDING.contains(decision.state()))
                        .flatMap(decision -> decision.finding().violations().stream())
                        .map(Violation::policy)
                : Stream.empty();
    }

    /// @param keys of policies and their queues; what names none is left out
    /// @throws DomainProblem `not-cleared`
    void check(Caller.Person person, List<String> keys) {
        keys.stream()
                .flatMap(key -> policies.ofQueue(key).stream())
                .distinct()
                .forEach(policy ->
                        policy.objection(person.roles(), person.skills()).ifPresent(why -> refuse(policy.key(), why)));
    }

    private static void refuse(String policy, String why) {
        throw new DomainProblem(
                QueueProblem.NOT_CLEARED,
                "The policy " + policy + " is " + why + ". Hand it on.",
                Map.of("policy", policy));
    }
}
