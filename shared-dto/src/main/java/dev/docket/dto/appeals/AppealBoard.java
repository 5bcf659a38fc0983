package dev.docket.dto.appeals;

import dev.docket.dto.review.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The deadline board.
///
/// @param counts of open appeals, whatever was asked for
/// @param appeals the most urgent first, at most 200
public record AppealBoard(Counts counts, List<Row> appeals) {
    public record Counts(long overdue, long today, long thisWeek, long later) {}

    /// One appeal on the board. It names nobody who decided, and says nothing of what was found.
    ///
    /// @param severity 1..4 of the decision appealed against, which sets the target
    /// @param held somebody looks at it now
    /// @param independent whether the caller took no part in any earlier decision on the item
    /// @param outcome null until decided
    public record Row(
            String id,
            @Nullable String taskId,
            AppealState state,
            AppellantRole role,
            List<String> policies,
            int severity,
            String language,
            Instant receivedAt,
            Instant dueAt,
            DueWithin due,
            boolean held,
            boolean independent,
            @Nullable Outcome outcome) {}
}
