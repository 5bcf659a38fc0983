package dev.docket.dto.quality;

import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes an item golden: by a finding given here, or by a decision that settled it.
///
/// @param itemId needed with an outcome; with neither outcome nor decision, the item's
///     adjudication is its truth
/// @param outcome APPROVE or VIOLATION
/// @param decisionId instead of a finding: an adjudication, or the decision of an appeal
/// @param note why, for colleagues; at most 2,000 characters
public record CreateGoldenItem(
        @Nullable String itemId,
        @Nullable Outcome outcome,
        @Nullable List<Violation> violations,
        @Nullable String decisionId,
        @Nullable String note) {}
