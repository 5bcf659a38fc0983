package dev.docket.dto.appeals;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.dto.review.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An appeal as the platform that sent it sees it.
///
/// @param decisionId the decision appealed against; absent for a person from whom it is veiled
/// @param outcome UPHOLD, OVERTURN or CHANGE; absent until decided
/// @param reasons for the appellant; absent until decided
/// @param resolutionId the decision that answered it; absent until decided
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppealView(
        String id,
        AppealState state,
        String itemId,
        String source,
        String externalId,
        @Nullable String decisionId,
        Appellant appellant,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Outcome outcome,
        @Nullable String reasons,
        @Nullable String resolutionId,
        @Nullable Instant decidedAt) {}
