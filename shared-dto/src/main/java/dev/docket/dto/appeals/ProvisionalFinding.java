package dev.docket.dto.appeals;

import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody found of an item before they were shown the decision appealed against.
///
/// @param outcome APPROVE, VIOLATION or CANNOT_DECIDE
/// @param violations for a VIOLATION
/// @param note at most 4,000 characters
public record ProvisionalFinding(
        Outcome outcome,
        @Nullable List<Violation> violations,
        @Nullable String note) {}
