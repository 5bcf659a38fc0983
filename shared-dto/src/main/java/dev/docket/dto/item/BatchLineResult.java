package dev.docket.dto.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.dto.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What became of one line of a batch.
///
/// @param line 1-based
/// @param status the HTTP status the line would have had by itself
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchLineResult(
        int line, int status, @Nullable String id, @Nullable Problem problem) {}
