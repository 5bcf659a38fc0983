package dev.docket.dto.policy;

import dev.docket.dto.people.Role;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.review.ActionType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of a policy. See [PolicyDraft] for the fields.
///
/// @param publishedBy null for what the floor started with
public record PolicyView(
        String key,
        int version,
        String title,
        String text,
        List<PolicyLabel> labels,
        int defaultSeverity,
        int minSeverity,
        int maxSeverity,
        List<ActionType> allowedActions,
        ActionType defaultAction,
        Role minimumRole,
        List<String> skills,
        @Nullable Integer graceSeconds,
        @Nullable String dsaCategory,
        int position,
        boolean active,
        Instant publishedAt,
        @Nullable PersonName publishedBy,
        PolicyAutomation automation) {}
