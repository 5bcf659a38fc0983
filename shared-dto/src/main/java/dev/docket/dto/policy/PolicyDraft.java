package dev.docket.dto.policy;

import dev.docket.dto.people.Role;
import dev.docket.dto.review.ActionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A policy as it is to be published: the whole of the next version.
///
/// @param title 1..120 characters
/// @param text Markdown with examples, 1..20,000 characters
/// @param labels what feeds it; empty for a policy that is reached by reports alone
/// @param defaultSeverity 1 low .. 4 critical
/// @param minSeverity lowest severity a finding may have; null is 1
/// @param maxSeverity highest severity a finding may have; null is 4
/// @param defaultAction one of `allowedActions`
/// @param minimumRole who may decide: MODERATOR, SENIOR or SUPERVISOR; null is MODERATOR
/// @param skills that whoever decides must all have; null for none
/// @param graceSeconds before a decision by it is enforced, 0..3600; null leaves it to the severity
/// @param dsaCategory `STATEMENT_CATEGORY_…` of the EU's database; null for not said
/// @param position in the order the desk shows; null leaves it
/// @param active whether it is in use; null is true
public record PolicyDraft(
        String title,
        String text,
        List<PolicyLabel> labels,
        int defaultSeverity,
        @Nullable Integer minSeverity,
        @Nullable Integer maxSeverity,
        List<ActionType> allowedActions,
        ActionType defaultAction,
        @Nullable Role minimumRole,
        @Nullable List<String> skills,
        @Nullable Integer graceSeconds,
        @Nullable String dsaCategory,
        @Nullable Integer position,
        @Nullable Boolean active) {}
