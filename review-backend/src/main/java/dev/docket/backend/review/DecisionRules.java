package dev.docket.backend.review;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a decision must be to be taken: an outcome its kind of task knows, violations of
/// policies that exist, marks inside the content, actions those policies allow. Every fault is
/// noted at once.
final class DecisionRules {
    private static final int MAX_NOTE = 4_000;
    private static final int MAX_MARKS = 200;
    private static final Set<Outcome> OF_FIRST_LOOK =
            EnumSet.of(Outcome.APPROVE, Outcome.VIOLATION, Outcome.CANNOT_DECIDE);
    private static final Set<Outcome> ANSWERS = EnumSet.of(Outcome.UPHOLD, Outcome.OVERTURN, Outcome.CHANGE);

    private final Policies policies;
    private final Caller.@Nullable Person person;
    private final FieldErrors errors = new FieldErrors();
    private final Instant now;

    /// @param person who decides; null where that is not asked here: of automation, and of deciding
    ///     without a task, which is for whoever lets somebody do it
    DecisionRules(Policies policies, Instant now, Caller.@Nullable Person person) {
        this.policies = policies;
        this.now = now;
        this.person = person;
    }

    void check(DecisionRequest decision, Extent item) {
        if (!OF_FIRST_LOOK.contains(decision.outcome())) {
            errors.add("/outcome", "APPROVE, VIOLATION or CANNOT_DECIDE; the others are for appeals");
        }
        check(decision, item, decision.outcome() == Outcome.VIOLATION);
    }

    /// The answer to an appeal, which says what becomes of the earlier decision and tells the
    /// appellant why.
    ///
    /// @param appealed what the decision found that the appeal is against
    void checkAnswer(DecisionRequest answer, Outcome appealed, Extent item) {
        if (!ANSWERS.contains(answer.outcome())) {
            errors.add("/outcome", "UPHOLD, OVERTURN or CHANGE: this answers an appeal");
        }
        if (answer.outcome() == Outcome.CHANGE && appealed == Outcome.APPROVE) {
            errors.add("/outcome", "UPHOLD or OVERTURN: an approval has nothing to change");
        }
        if (answer.reasons() == null || answer.reasons().isBlank()) {
            errors.add("/reasons", "required: the appellant reads them");
        }
        check(answer, item, findsViolation(answer.outcome(), appealed));
    }

    /// Whether an answer to an appeal brings violations of its own.
    static boolean findsViolation(Outcome answer, Outcome appealed) {
        return answer == Outcome.CHANGE || answer == Outcome.OVERTURN && appealed == Outcome.APPROVE;
    }

    private void check(DecisionRequest decision, Extent item, boolean found) {
        var violations = violations(decision);
        if (found && violations.isEmpty()) {
            errors.add("/violations", "a VIOLATION names at least one policy");
        }
        if (!found && !violations.isEmpty()) {
            errors.add("/violations", "only a VIOLATION names policies");
        }
        var violated = violated(violations, item);
        actions(decision, violated, found);
        length("/note", decision.note());
        length("/reasons", decision.reasons());
        if (decision.elapsedMs() != null && decision.elapsedMs() < 0) {
            errors.add("/elapsedMs", "0 or more milliseconds");
        }
        if (decision.revealed() != null && !Set.of("NONE", "GREY", "FULL").contains(decision.revealed())) {
            errors.add("/revealed", "NONE, GREY or FULL");
        }
        var shown = decision.shown();
        if (shown != null && Math.min(shown.textMs(), Math.min(shown.greyMs(), shown.fullMs())) < 0) {
            errors.add("/shown", "0 or more milliseconds each");
        }
        errors.throwIfAny();
    }

    private List<Policy> violated(List<Violation> violations, Extent item) {
        var violated = new ArrayList<Policy>();
        var seen = new HashSet<String>();
        for (int i = 0; i < violations.size(); i++) {
            var violation = violations.get(i);
            String pointer = "/violations/" + i;
            var policy = policies.byKey(violation.policy());
            policy.ifPresentOrElse(
                    one -> objections(pointer, one), () -> errors.add(pointer + "/policy", "no such policy"));
            policy.ifPresent(violated::add);
            if (!seen.add(violation.policy())) {
                errors.add(pointer + "/policy", "named twice");
            }
            policy.map(Policy::terms)
                    .orElse(Policy.Terms.USUAL)
                    .objection(violation.severity())
                    .ifPresent(why -> errors.add(pointer + "/severity", why));
            spans(pointer + "/spans", violation.spans(), item.text());
            regions(pointer + "/regions", violation.regions(), item);
            seconds(pointer + "/seconds", violation.seconds(), item);
        }
        return violated;
    }

    /// Whether the policy may be decided by, and by this person.
    private void objections(String pointer, Policy policy) {
        if (!policy.active()) {
            errors.add(pointer + "/policy", "not in use any more");
        }
        if (person != null) {
            policy.objection(person.roles(), person.skills()).ifPresent(why -> errors.add(pointer + "/policy", why));
        }
    }

    private void spans(String pointer, @Nullable List<List<Integer>> spans, int length) {
        for (int i = 0; i < marks(pointer, spans).size(); i++) {
            var span = marks(pointer, spans).get(i);
            if (span.size() != 2 || span.get(0) < 0 || span.get(0) >= span.get(1) || span.get(1) > length) {
                errors.add(pointer + "/" + i, "[start, end) inside the item's text of " + length + " UTF-16 units");
            }
        }
    }

    /// Four shares are a place in the first medium; a fifth number says in which.
    private void regions(String pointer, @Nullable List<List<Double>> regions, Extent item) {
        for (int i = 0; i < marks(pointer, regions).size(); i++) {
            var region = marks(pointer, regions).get(i);
            boolean inside = (region.size() == 4 || region.size() == 5)
                    && region.stream().limit(4).allMatch(share -> share >= 0 && share <= 1)
                    && region.get(0) + region.get(2) <= 1.000001
                    && region.get(1) + region.get(3) <= 1.000001;
            if (!inside) {
                errors.add(
                        pointer + "/" + i,
                        "[x, y, width, height] as shares 0..1 of the image, and which medium that is where it is not the"
                                + " first");
            } else if (region.size() == 5 && !item.hasImage(region.get(4))) {
                errors.add(pointer + "/" + i + "/4", "the number of an image among the item's media, counted from 0");
            }
        }
    }

    /// Two numbers are a stretch of the first video; a third says of which.
    private void seconds(String pointer, @Nullable List<List<Double>> seconds, Extent item) {
        for (int i = 0; i < marks(pointer, seconds).size(); i++) {
            var range = marks(pointer, seconds).get(i);
            boolean ordered = (range.size() == 2 || range.size() == 3)
                    && range.get(0) >= 0
                    && range.get(0) < range.get(1)
                    && !range.get(1).isInfinite();
            if (!ordered) {
                errors.add(
                        pointer + "/" + i,
                        "[from, to] in seconds, from before to, and which medium that is where it is not the first"
                                + " video");
            } else if (range.size() == 3 && !item.hasVideo(range.get(2))) {
                errors.add(pointer + "/" + i + "/2", "the number of a video among the item's media, counted from 0");
            }
        }
    }

    private <T> List<T> marks(String pointer, @Nullable List<T> marks) {
        if (marks == null) {
            return List.of();
        }
        return marks.size() <= MAX_MARKS ? marks : marks.subList(0, MAX_MARKS);
    }

    private void actions(DecisionRequest decision, List<Policy> violated, boolean found) {
        var actions = decision.actions() == null ? List.<Action>of() : decision.actions();
        var allowed = violated.isEmpty() ? EnumSet.of(ActionType.NONE) : EnumSet.noneOf(ActionType.class);
        violated.forEach(policy -> allowed.addAll(policy.allowedActions()));
        if (decision.actions() != null && actions.isEmpty() && !allowed.contains(ActionType.NONE)) {
            errors.add("/actions", "at least one: the violated policies allow " + allowed);
        }
        var seen = EnumSet.noneOf(ActionType.class);
        for (int i = 0; i < actions.size(); i++) {
            var action = actions.get(i);
            String pointer = "/actions/" + i;
            if (!found && action.type() != ActionType.NONE) {
                errors.add(pointer + "/type", "only a VIOLATION is acted upon");
            } else if (!allowed.contains(action.type())) {
                errors.add(pointer + "/type", "the violated policies allow " + allowed);
            }
            if (!seen.add(action.type())) {
                errors.add(pointer + "/type", "named twice");
            }
            if (action.until() != null && !action.until().isAfter(now)) {
                errors.add(pointer + "/until", "a time to come");
            }
        }
    }

    private void length(String pointer, @Nullable String value) {
        if (value != null && value.length() > MAX_NOTE) {
            errors.add(pointer, "at most " + MAX_NOTE + " characters; this has " + value.length());
        }
    }

    static List<Violation> violations(DecisionRequest decision) {
        return decision.violations() == null ? List.of() : decision.violations();
    }

    /// The actions asked for. A violation that does not speak of them gets the default of its
    /// first policy; an empty list asks for none.
    static List<Action> actions(DecisionRequest decision, Policies policies) {
        if (decision.actions() != null) {
            return decision.actions();
        }
        return violations(decision).stream()
                .findFirst()
                .flatMap(violation -> policies.byKey(violation.policy()))
                .map(policy -> List.of(new Action(policy.defaultAction(), null)))
                .orElse(List.of());
    }
}
