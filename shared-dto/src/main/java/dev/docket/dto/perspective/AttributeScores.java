package dev.docket.dto.perspective;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is thought of a comment by one attribute, as a whole and in parts.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttributeScores(
        @Nullable Score summaryScore, @Nullable List<SpanScore> spanScores) {
    /// @param value 0..1; absent for 0
    /// @param type `PROBABILITY`, which is also what absence means
    public record Score(@Nullable Double value, @Nullable String type) {}

    /// @param begin in UTF-16 code units of the text; absent for 0
    /// @param end exclusive; absent for 0
    public record SpanScore(
            @Nullable Integer begin,
            @Nullable Integer end,
            @Nullable Score score) {}
}
