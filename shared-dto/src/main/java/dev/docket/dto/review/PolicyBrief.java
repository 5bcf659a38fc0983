package dev.docket.dto.review;

import java.util.List;

/// A policy as the decision bar needs it.
///
/// @param defaultSeverity 1..4, what the desk proposes
/// @param labels labels that feed the policy
public record PolicyBrief(
        String key,
        String title,
        int version,
        String text,
        List<String> labels,
        List<ActionType> allowedActions,
        ActionType defaultAction,
        int defaultSeverity) {}
