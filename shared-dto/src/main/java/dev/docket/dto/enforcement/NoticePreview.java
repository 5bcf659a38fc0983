package dev.docket.dto.enforcement;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a decision on a task would be, to see what its author would read.
///
/// @param outcome APPROVE or VIOLATION
/// @param language BCP 47; null for the item's
public record NoticePreview(
        Outcome outcome,
        @Nullable List<Violation> violations,
        @Nullable List<Action> actions,
        @Nullable String reasons,
        @Nullable String language) {}
