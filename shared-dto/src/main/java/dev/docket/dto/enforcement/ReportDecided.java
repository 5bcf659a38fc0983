package dev.docket.dto.enforcement;

import dev.docket.dto.review.Outcome;
import java.time.Instant;
import java.util.List;

/// What the message `report.decided` tells: what came of reports on an item.
///
/// @param reporters whom to tell, as the platform names them, at most 200
/// @param outcome APPROVE or VIOLATION
/// @param statement what they read (Article 16(5) of the Digital Services Act)
public record ReportDecided(
        String decisionId,
        String itemId,
        String source,
        String externalId,
        List<String> reporters,
        Outcome outcome,
        WrittenNotice statement,
        Instant effectiveAt) {}
