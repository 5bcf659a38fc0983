package dev.docket.dto.appeals;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the decision on an appeal would be, to see how its notice will read.
///
/// @param outcome UPHOLD, OVERTURN or CHANGE
/// @param language BCP 47; null for the appellant's
public record NoticeRequest(
        Outcome outcome,
        @Nullable List<Violation> violations,
        @Nullable List<Action> actions,
        @Nullable String reasons,
        @Nullable String language) {}
