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
    /// @param policies of the decision appealed against; empty while that is veiled from the caller
    /// @param severity 1..4 of it, which sets the target; null while veiled
    /// @param held somebody looks at it now
    /// @param independent whether the caller took no part in any earlier decision on the item
    /// @param outcome null until decided
    public record Row(
            String id,
            @Nullable String taskId,
            AppealState state,
            AppellantRole role,
            List<String> policies,
            @Nullable Integer severity,
            String language,
            Instant receivedAt,
            Instant dueAt,
            DueWithin due,
            boolean held,
            boolean independent,
            @Nullable Outcome outcome) {}
}
