package dev.docket.backend.enforcement.reversal;

import dev.docket.dto.enforcement.CompensatedAction;
import dev.docket.dto.enforcement.Compensation;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which measure takes back which action. The switch has no default: an action type without its compensation does not
/// compile.
public final class Compensations {
    private Compensations() {}

    /// @return empty for NONE, which there is nothing of to take back
    public static Optional<Compensation> of(ActionType action) {
        return switch (action) {
            case NONE -> Optional.empty();
            case WARN -> Optional.of(Compensation.WITHDRAW_WARNING);
            case RESTRICT -> Optional.of(Compensation.LIFT_RESTRICTION);
            case REMOVE -> Optional.of(Compensation.RESTORE);
            case SUSPEND -> Optional.of(Compensation.REINSTATE);
            case BAN -> Optional.of(Compensation.UNBAN);
        };
    }

    /// What must be taken back when `later` takes the place of `earlier`. An action that the later
    /// decision carries as well goes on, even with another end: its own message tells that.
    ///
    /// A stronger action does not stand in for a weaker one. If BAN covered SUSPEND, an author whose
    /// ban falls later would stay suspended for ever.
    static List<CompensatedAction> between(List<Action> earlier, List<Action> later) {
        Set<ActionType> kept = later.stream().map(Action::type).collect(Collectors.toSet());
        return earlier.stream()
                .filter(action -> !kept.contains(action.type()))
                .flatMap(action -> of(action.type()).stream().map(undo -> new CompensatedAction(action, undo)))
                .toList();
    }
}
