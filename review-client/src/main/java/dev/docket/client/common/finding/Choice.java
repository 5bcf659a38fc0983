package dev.docket.client.common.finding;

import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.media.Region;
import dev.docket.client.common.media.Stretch;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a person has chosen so far for the open item. Immutable: undo brings an old one back whole.
///
/// A policy brings its own severity and action; as long as nobody touches the actions they follow the policies.
///
/// @param violations in the order in which they were chosen
/// @param current key of the violation that severity and marks apply to
/// @param ownActions the actions once touched, null while they follow the policies
/// @param suspendDays how long a suspension lasts
public record Choice(
        List<Chosen> violations,
        @Nullable String current,
        @Nullable Set<ActionType> ownActions,
        int suspendDays) {
    public static final Choice NOTHING = new Choice(List.of(), null, null, 7);

    private static final int MOST_SEVERE = 4;
    private static final List<Integer> SUSPENSIONS = List.of(7, 30, 1);

    /// A chosen policy.
    public record Chosen(
            PolicyBrief policy, int severity, List<Span> spans, List<Region> regions, List<Stretch> seconds) {
        Chosen(PolicyBrief policy, int severity) {
            this(policy, severity, List.of(), List.of(), List.of());
        }

        /// How many places are marked, in whatever the item has.
        public int places() {
            return spans.size() + regions.size() + seconds.size();
        }

        /// As near to a severity as the policy allows.
        Chosen at(int next) {
            return new Chosen(policy, within(policy, next), spans, regions, seconds);
        }
    }

    private static int within(PolicyBrief policy, int severity) {
        int lowest = Objects.requireNonNullElse(policy.minSeverity(), 1);
        int highest = Objects.requireNonNullElse(policy.maxSeverity(), MOST_SEVERE);
        return Math.clamp(severity, lowest, Math.max(lowest, highest));
    }

    /// Chooses a policy, makes a chosen one current, or drops the one that is current.
    public Choice press(PolicyBrief policy) {
        if (find(policy.key()).isEmpty()) {
            var more = new ArrayList<>(violations);
            more.add(new Chosen(policy, within(policy, policy.defaultSeverity())));
            return new Choice(List.copyOf(more), policy.key(), ownActions, suspendDays);
        }
        return policy.key().equals(current) ? without(policy.key()) : withCurrent(policy.key());
    }

    /// Chooses a policy and marks selected words for it; never drops it then. Without a selection as [#press].
    public Choice press(PolicyBrief policy, @Nullable Span selection) {
        if (selection == null || selection.length() == 0) {
            return press(policy);
        }
        return (policy.key().equals(current) ? this : press(policy)).mark(selection);
    }

    public Choice moreSevere() {
        return changeCurrent(one -> one.at(one.severity() + 1));
    }

    public Choice lessSevere() {
        return changeCurrent(one -> one.at(one.severity() - 1));
    }

    public Choice severity(int severity) {
        return changeCurrent(one -> one.at(severity));
    }

    /// Marks a place for the current violation; marks that touch become one. Marking a marked place takes it away.
    public Choice mark(Span span) {
        return changeCurrent(one ->
                new Chosen(one.policy(), one.severity(), marked(one.spans(), span), one.regions(), one.seconds()));
    }

    /// Marks a place in an image for the current violation. Marking within a marked place takes that away.
    public Choice mark(Region region) {
        return changeCurrent(one ->
                new Chosen(one.policy(), one.severity(), one.spans(), marked(one.regions(), region), one.seconds()));
    }

    /// Marks a second of a video for the current violation; marking it again takes it away.
    public Choice mark(Stretch second) {
        return changeCurrent(one ->
                new Chosen(one.policy(), one.severity(), one.spans(), one.regions(), marked(one.seconds(), second)));
    }

    /// Turns an action on or off. A suspension goes through its lengths before it goes off.
    public Choice press(ActionType type) {
        if (!allowed().contains(type)) {
            return this;
        }
        var chosen = actions();
        if (type == ActionType.SUSPEND && chosen.contains(type) && suspendDays != SUSPENSIONS.getLast()) {
            int next = SUSPENSIONS.get(SUSPENSIONS.indexOf(suspendDays) + 1);
            return new Choice(violations, current, chosen, next);
        }
        if (!chosen.remove(type)) {
            chosen.add(type);
        } else if (chosen.isEmpty() && !mayLetBe()) {
            return this;
        }
        return new Choice(violations, current, chosen, SUSPENSIONS.getFirst());
    }

    public Optional<Chosen> currentViolation() {
        return current == null ? Optional.empty() : find(current);
    }

    public Optional<Chosen> find(String policy) {
        return violations.stream()
                .filter(one -> one.policy().key().equals(policy))
                .findFirst();
    }

    /// Actions that at least one chosen policy allows.
    public Set<ActionType> allowed() {
        var allowed = EnumSet.noneOf(ActionType.class);
        violations.forEach(one -> allowed.addAll(one.policy().allowedActions()));
        allowed.remove(ActionType.NONE);
        return allowed;
    }

    /// Whether a chosen policy allows to take no action.
    private boolean mayLetBe() {
        return violations.stream().anyMatch(one -> {
            var own = one.policy().allowedActions();
            return own.isEmpty() || own.contains(ActionType.NONE);
        });
    }

    /// Actions that will be taken, never more than allowed. A fresh set.
    public Set<ActionType> actions() {
        var actions = EnumSet.noneOf(ActionType.class);
        if (ownActions == null) {
            violations.forEach(one -> actions.add(one.policy().defaultAction()));
        } else {
            actions.addAll(ownActions);
        }
        actions.retainAll(allowed());
        return actions;
    }

    /// What a decision with this choice says, in one line.
    public String said(Outcome outcome, ItemWords words) {
        return outcome == Outcome.VIOLATION
                ? words.text("item.decision.violation", actionsSaid(words), violationsSaid(words))
                : words.outcome(outcome);
    }

    /// An action as chosen: a suspension says for how long.
    public String said(ActionType type, ItemWords words) {
        return type == ActionType.SUSPEND ? words.text("item.action.suspend-days", suspendDays) : words.action(type);
    }

    private String violationsSaid(ItemWords words) {
        return violations.stream()
                .map(one -> one.policy().title() + " (" + words.severity(one.severity()) + ")")
                .collect(Collectors.joining(", "));
    }

    private String actionsSaid(ItemWords words) {
        return actions().isEmpty()
                ? words.action(ActionType.NONE)
                : actions().stream().map(type -> said(type, words)).collect(Collectors.joining(" + "));
    }

    public List<Violation> violationsAsWire() {
        return violations.stream()
                .map(one -> new Violation(
                        one.policy().key(),
                        one.severity(),
                        one.spans().stream().map(Span::asWire).toList(),
                        one.regions().stream().map(Region::asWire).toList(),
                        one.seconds().stream().map(Stretch::asWire).toList()))
                .toList();
    }

    public List<Action> actionsAsWire(Instant now) {
        if (actions().isEmpty()) {
            return List.of(new Action(ActionType.NONE, null));
        }
        return actions().stream()
                .map(type -> new Action(type, type == ActionType.SUSPEND ? suspendedUntil(now) : null))
                .toList();
    }

    private Instant suspendedUntil(Instant now) {
        return now.plus(Duration.ofDays(suspendDays));
    }

    private Choice withCurrent(String key) {
        return new Choice(violations, key, ownActions, suspendDays);
    }

    private Choice without(String key) {
        var rest = violations.stream()
                .filter(one -> !one.policy().key().equals(key))
                .toList();
        String next = rest.isEmpty() ? null : rest.getLast().policy().key();
        return new Choice(rest, next, rest.isEmpty() ? null : ownActions, suspendDays);
    }

    private Choice changeCurrent(UnaryOperator<Chosen> change) {
        var changed = violations.stream()
                .map(one -> one.policy().key().equals(current) ? change.apply(one) : one)
                .toList();
        return new Choice(changed, current, ownActions, suspendDays);
    }

    private static List<Region> marked(List<Region> marks, Region region) {
        var rest = marks.stream()
                .filter(mark -> mark.index() != region.index()
                        || !mark.contains(region.x(), region.y())
                        || !mark.contains(region.x() + region.width(), region.y() + region.height()))
                .toList();
        if (rest.size() < marks.size()) {
            return rest;
        }
        var more = new ArrayList<>(marks);
        more.add(region);
        return List.copyOf(more);
    }

    private static List<Stretch> marked(List<Stretch> marks, Stretch second) {
        var changed = new TreeSet<>(marks);
        if (!changed.remove(second)) {
            changed.add(second);
        }
        return List.copyOf(changed);
    }

    private static List<Span> marked(List<Span> marks, Span span) {
        if (marks.stream().anyMatch(mark -> mark.start() <= span.start() && span.end() <= mark.end())) {
            return marks.stream().filter(mark -> !mark.touches(span)).toList();
        }
        var joined = span;
        var rest = new ArrayList<Span>();
        for (var mark : marks) {
            if (mark.touches(joined)) {
                joined = joined.with(mark);
            } else {
                rest.add(mark);
            }
        }
        rest.add(joined);
        rest.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return List.copyOf(rest);
    }
}
