package dev.docket.dto.enforcement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A report to the CyberTipline, without what it says.
///
/// @param preparedBy and the others: ids of people
/// @param reportNumber what the CyberTipline answered when it was filed
public record NcmecReportView(
        String id,
        String itemId,
        @Nullable String decisionId,
        NcmecReportState state,
        String preparedBy,
        Instant preparedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt,
        @Nullable String filedBy,
        @Nullable Instant filedAt,
        @Nullable String reportNumber) {}
