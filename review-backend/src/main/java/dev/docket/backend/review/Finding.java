package dev.docket.backend.review;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody found of an item and wants done.
///
/// @param outcome APPROVE or VIOLATION
/// @param note for colleagues
/// @param reasons for the author
public record Finding(
        Outcome outcome,
        List<Violation> violations,
        List<Action> actions,
        @Nullable String note,
        @Nullable String reasons) {
    private static final int CRITICAL = 4;

    /// Whether any of it is of severity 4, which always wants a second person.
    public boolean isCritical() {
        return violations.stream().anyMatch(violation -> violation.severity() >= CRITICAL);
    }
}
