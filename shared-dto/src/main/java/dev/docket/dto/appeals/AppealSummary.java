package dev.docket.dto.appeals;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.dto.review.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An appeal in the picture of its item.
///
/// @param outcome absent until decided
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppealSummary(
        String id,
        AppealState state,
        AppellantRole role,
        Instant dueAt,
        @Nullable Outcome outcome) {}
