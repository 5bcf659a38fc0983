package dev.docket.backend.precedents;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.review.Finding;
import dev.docket.backend.review.UnclaimedDecisions;
import dev.docket.dto.precedents.WaveDecision;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What a decision on a wave must be: one that can be said of every item in it, so without marks in any of them.
@Component
class WaveRules {
    private static final int LONGEST_REASONS = 4_000;
    private static final Set<String> LAYERS = Set.of("NONE", "GREY", "FULL");

    private final Policies policies;
    private final ObjectProvider<UnclaimedDecisions> decisions;

    WaveRules(Policies policies, ObjectProvider<UnclaimedDecisions> decisions) {
        this.policies = policies;
        this.decisions = decisions;
    }

    /// Whether this person may decide by the policy whose queue it is.
    boolean admits(Caller.Person person, String queue) {
        return policies.ofQueue(queue)
                .map(policy -> policy.mayBeDecidedBy(person.roles(), person.skills()))
                .orElse(true);
    }

    /// Whether a second person has to judge it too, by rule or drawn by chance.
    boolean wantsSecond(Caller.Person person, Finding finding) {
        return decisions.getObject().wantsSecond(person, finding);
    }

    /// What both found, or empty where they differ.
    Optional<Finding> agreed(Finding first, Finding second) {
        return decisions.getObject().agreed(first, second);
    }

    /// Whether one of the others found as much, where that always wants two people.
    boolean isBacked(Finding finding, List<Finding> others) {
        return decisions.getObject().isBacked(finding, others);
    }

    /// What somebody may find of all these items.
    ///
    /// @throws dev.docket.backend.platform.InvalidInput with every fault
    Finding check(Caller.Person person, WaveDecision decision, Collection<UUID> items) {
        var errors = new FieldErrors();
        var violations = decision.violations() == null ? List.<Violation>of() : decision.violations();
        boolean found = decision.outcome() == Outcome.VIOLATION;
        if (!found && decision.outcome() != Outcome.APPROVE) {
            errors.add("/outcome", "APPROVE or VIOLATION");
        }
        if (found == violations.isEmpty()) {
            errors.add("/violations", "a VIOLATION names at least one policy, an APPROVE none");
        }
        var allowed = violations.isEmpty() ? EnumSet.of(ActionType.NONE) : EnumSet.noneOf(ActionType.class);
        for (int i = 0; i < violations.size(); i++) {
            String pointer = "/violations/" + i;
            var violation = violations.get(i);
            check(pointer, violation, errors);
            policies.byKey(violation.policy()).ifPresent(policy -> {
                allowed.addAll(policy.allowedActions());
                terms(pointer, policy, violation, person, errors);
            });
        }
        var actions = decision.actions() == null ? defaults(violations) : decision.actions();
        for (int i = 0; i < actions.size(); i++) {
            if (!allowed.contains(actions.get(i).type())) {
                errors.add("/actions/" + i + "/type", "the violated policies allow " + allowed);
            }
        }
        if (decision.reasons() != null && decision.reasons().length() > LONGEST_REASONS) {
            errors.add("/reasons", "at most " + LONGEST_REASONS + " characters");
        }
        if (decision.revealed() != null && !LAYERS.contains(decision.revealed())) {
            errors.add("/revealed", "NONE, GREY or FULL");
        }
        var shown = decision.shown();
        if (shown != null && Math.min(shown.textMs(), Math.min(shown.greyMs(), shown.fullMs())) < 0) {
            errors.add("/shown", "0 or more milliseconds each");
        }
        exceptions(decision.except(), items, errors);
        errors.throwIfAny();
        var finding = new Finding(decision.outcome(), violations, actions, null, decision.reasons());
        decisions.getObject().check(person, finding);
        return finding;
    }

    void checkReasons(String reasons) {
        if (reasons.isBlank() || reasons.length() > LONGEST_REASONS) {
            new FieldErrors()
                    .add("/reasons", "1 to " + LONGEST_REASONS + " characters")
                    .throwIfAny();
        }
    }

    /// What the policy itself says of findings by it, and of who may make them.
    private static void terms(
            String pointer, Policy policy, Violation violation, Caller.Person person, FieldErrors errors) {
        if (!policy.active()) {
            errors.add(pointer + "/policy", "not in use any more");
        }
        policy.objection(person.roles(), person.skills()).ifPresent(why -> errors.add(pointer + "/policy", why));
    }

    private void check(String pointer, Violation violation, FieldErrors errors) {
        var policy = policies.byKey(violation.policy());
        if (policy.isEmpty()) {
            errors.add(pointer + "/policy", "no such policy");
        }
        policy.map(Policy::terms)
                .orElse(Policy.Terms.USUAL)
                .objection(violation.severity())
                .ifPresent(why -> errors.add(pointer + "/severity", why));
        if (violation.spans() != null || violation.regions() != null || violation.seconds() != null) {
            errors.add(pointer, "no spans, regions or seconds: they differ from item to item");
        }
    }

    private List<Action> defaults(List<Violation> violations) {
        return violations.stream()
                .findFirst()
                .flatMap(violation -> policies.byKey(violation.policy()))
                .map(policy -> List.of(new Action(policy.defaultAction(), null)))
                .orElse(List.of());
    }

    private static void exceptions(@Nullable List<String> except, Collection<UUID> items, FieldErrors errors) {
        if (except == null) {
            return;
        }
        var members = items.stream().map(UUID::toString).collect(Collectors.toSet());
        for (int i = 0; i < except.size(); i++) {
            if (!members.contains(except.get(i))) {
                errors.add("/except/" + i, "an item of this wave");
            }
        }
        if (Set.copyOf(except).containsAll(members)) {
            errors.add("/except", "leaves nothing to decide");
        }
    }
}
