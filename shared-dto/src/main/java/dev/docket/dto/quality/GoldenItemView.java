package dev.docket.dto.quality;

import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item with a settled truth.
///
/// @param text null once erased
/// @param queue where it passes, unseen
/// @param policyVersions under which it was settled
/// @param decisionId that settled it; null where it was settled by hand
/// @param answers it got so far, of which `right`
/// @param retiredAt from when it passes no more
public record GoldenItemView(
        String id,
        String itemId,
        String source,
        String externalId,
        @Nullable String text,
        String queue,
        Outcome outcome,
        List<Violation> violations,
        Map<String, Integer> policyVersions,
        @Nullable String decisionId,
        @Nullable String note,
        PersonName madeBy,
        Instant madeAt,
        int answers,
        int right,
        @Nullable Instant retiredAt) {}
