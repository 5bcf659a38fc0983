package dev.docket.backend.review;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Actions that are held until two people want them: what they do to somebody cannot be made good.
final class Irreversible {
    private static final Set<ActionType> TYPES = EnumSet.of(ActionType.BAN);

    private Irreversible() {}

    static Set<ActionType> in(List<Action> actions) {
        return actions.stream().map(Action::type).filter(TYPES::contains).collect(Collectors.toSet());
    }

    static boolean has(Finding finding) {
        return !in(finding.actions()).isEmpty();
    }
}
