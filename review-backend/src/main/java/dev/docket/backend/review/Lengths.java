package dev.docket.backend.review;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives an end to actions that should have one and were given none. It is done before the decision is written, so that
/// the feed, the message and the statement of reasons all tell the same end.
@Component
class Lengths {
    private final ReviewSettings settings;
    private final Clock clock;

    Lengths(ReviewSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Finding bounded(Finding finding) {
        return new Finding(
                finding.outcome(),
                finding.violations(),
                finding.actions().stream().map(this::bounded).toList(),
                finding.note(),
                finding.reasons());
    }

    private Action bounded(Action action) {
        return action.until() != null
                ? action
                : usual(action.type())
                        .map(length -> new Action(action.type(), clock.instant().plus(length)))
                        .orElse(action);
    }

    private Optional<Duration> usual(ActionType type) {
        @Nullable Duration length = switch (type) {
            case SUSPEND -> settings.suspension();
            case RESTRICT -> settings.restriction();
            case NONE, WARN, REMOVE, BAN -> null;
        };
        return Optional.ofNullable(length).filter(Duration::isPositive);
    }
}
