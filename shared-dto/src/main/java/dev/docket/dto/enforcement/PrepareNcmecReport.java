package dev.docket.dto.enforcement;

import org.jspecify.annotations.Nullable;

/// Prepares a report to the CyberTipline. Exactly one of `decisionId` and `itemId`.
///
/// @param escalate why it cannot wait, at most 3,000 characters; null where it can
/// @param includeText whether the item's text goes into the report; null for no
/// @param additionalInfo at most 3,000 characters
public record PrepareNcmecReport(
        @Nullable String decisionId,
        @Nullable String itemId,
        NcmecIncident incident,
        @Nullable String escalate,
        @Nullable Boolean includeText,
        @Nullable String additionalInfo) {
    @Override
    public String toString() {
        return "PrepareNcmecReport[" + incident + "]";
    }
}
