package dev.docket.backend.review;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Violation;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether two people found the same: the same outcome, the same policies, the same actions, and severities that
/// differ by at most one step. Where they marked it and how they put it is theirs.
final class Accord {
    private static final int SEVERITY_STEP = 1;

    private Accord() {}

    static boolean between(Finding one, Finding other) {
        return one.outcome() == other.outcome()
                && policies(one).equals(policies(other))
                && actions(one).equals(actions(other))
                && Math.abs(severity(one) - severity(other)) <= SEVERITY_STEP;
    }

    /// What two people found who found the same; see [UnclaimedDecisions#agreed].
    static Finding common(Finding one, Finding other) {
        var severities = other.violations().stream()
                .collect(Collectors.toMap(Violation::policy, Violation::severity, Math::max));
        var violations = one.violations().stream()
                .map(found -> new Violation(
                        found.policy(),
                        Math.min(found.severity(), severities.getOrDefault(found.policy(), found.severity())),
                        found.spans(),
                        found.regions(),
                        found.seconds()))
                .toList();
        return new Finding(
                one.outcome(),
                violations,
                one.actions(),
                one.note(),
                one.reasons() == null ? other.reasons() : one.reasons());
    }

    static int severity(Finding finding) {
        return finding.violations().stream().mapToInt(Violation::severity).max().orElse(0);
    }

    private static Set<String> policies(Finding finding) {
        return finding.violations().stream().map(Violation::policy).collect(Collectors.toSet());
    }

    private static Set<ActionType> actions(Finding finding) {
        return finding.actions().stream()
                .map(Action::type)
                .filter(type -> type != ActionType.NONE)
                .collect(Collectors.toSet());
    }
}
