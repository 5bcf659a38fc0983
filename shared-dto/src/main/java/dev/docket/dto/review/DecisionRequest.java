package dev.docket.dto.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision on a claimed task.
///
/// @param lease the number of the lease under which it was taken
/// @param note at most 4,000 characters
/// @param elapsedMs time the item was before the person
/// @param revealed how much of blurred media was shown: `NONE`, `GREY`, `FULL`
/// @param reasons required for appeals
/// @param shown for how long what was shown; null counts `elapsedMs` with whatever `revealed` says
public record DecisionRequest(
        long lease,
        Outcome outcome,
        @Nullable List<Violation> violations,
        @Nullable List<Action> actions,
        @Nullable String note,
        @Nullable Long elapsedMs,
        @Nullable String revealed,
        @Nullable String reasons,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Shown shown) {
    /// Without saying for how long what was shown.
    public DecisionRequest(
            long lease,
            Outcome outcome,
            @Nullable List<Violation> violations,
            @Nullable List<Action> actions,
            @Nullable String note,
            @Nullable Long elapsedMs,
            @Nullable String revealed,
            @Nullable String reasons) {
        this(lease, outcome, violations, actions, note, elapsedMs, revealed, reasons, null);
    }
}
