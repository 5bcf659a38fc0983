package dev.docket.dto.item;

import org.jspecify.annotations.Nullable;

/// A user's report of an item.
///
/// @param reporter the platform's id of who reports, 1..256 characters
/// @param policy the policy said to be broken, if the platform asks
/// @param comment at most 4,000 characters
public record ReportRequest(
        String reporter, @Nullable String policy, @Nullable String comment) {}
