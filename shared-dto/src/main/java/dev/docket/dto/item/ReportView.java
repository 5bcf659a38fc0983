package dev.docket.dto.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stored report.
public record ReportView(
        String id,
        String reporter,
        @Nullable String policy,
        @Nullable String comment,
        Instant reportedAt) {}
