package dev.docket.dto.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stored report. On a review task, reports that say the same are shown once.
///
/// @param reporter who said so first
/// @param count how many reporters said so
/// @param trust how often they were right before, 0..1, one half for newcomers; null outside a task
public record ReportView(
        String id,
        String reporter,
        @Nullable String policy,
        @Nullable String comment,
        Instant reportedAt,
        int count,
        @Nullable Double trust) {
    /// A report by itself.
    public ReportView(
            String id, String reporter, @Nullable String policy, @Nullable String comment, Instant reportedAt) {
        this(id, reporter, policy, comment, reportedAt, 1, null);
    }
}
