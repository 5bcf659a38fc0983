package dev.docket.dto.enforcement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one decision counts against an author.
///
/// @param points how much it counts, by severity
/// @param lapsesAt when it no longer counts
/// @param returnedAt when it was given back, because the decision fell; null otherwise
public record StrikeView(
        String decisionId,
        String itemId,
        int severity,
        int points,
        Instant givenAt,
        Instant lapsesAt,
        @Nullable Instant returnedAt) {}
