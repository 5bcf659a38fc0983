package dev.docket.backend.policy;

import dev.docket.dto.review.ActionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of a written rule.
///
/// @param labels what feeds it; the primary label is the one a violation of this policy teaches
/// @param defaultSeverity 1 low .. 4 critical
public record Policy(
        String key,
        int version,
        String title,
        String text,
        List<LabelThreshold> labels,
        int defaultSeverity,
        List<ActionType> allowedActions,
        ActionType defaultAction) {

    /// @param review score from which the item goes to review, 0..1
    /// @param act score from which the policy acts by itself; null while automatic action is off
    public record LabelThreshold(
            String label, double review, @Nullable Double act, boolean primary) {}

    /// Grace time before a decision of this severity is enforced.
    ///
    /// @return seconds: 5 at severity 1 and 2, 15 at 3 and 4
    public static int graceSeconds(int severity) {
        return severity >= 3 ? 15 : 5;
    }
}
