package dev.docket.dto.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A policy as the decision bar needs it.
///
/// @param defaultSeverity 1..4, what the desk proposes
/// @param labels labels that feed the policy
/// @param minSeverity lowest severity a finding may have; null is 1
/// @param maxSeverity highest severity a finding may have; null is 4
public record PolicyBrief(
        String key,
        String title,
        int version,
        String text,
        List<String> labels,
        List<ActionType> allowedActions,
        ActionType defaultAction,
        int defaultSeverity,
        @Nullable Integer minSeverity,
        @Nullable Integer maxSeverity) {
    /// With every severity.
    public PolicyBrief(
            String key,
            String title,
            int version,
            String text,
            List<String> labels,
            List<ActionType> allowedActions,
            ActionType defaultAction,
            int defaultSeverity) {
        this(key, title, version, text, labels, allowedActions, defaultAction, defaultSeverity, null, null);
    }
}
