package dev.docket.dto.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/// OpenAI's answer.
///
/// @param id `modr-` and letters
/// @param model the versions of the models that scored
/// @param results one for each text; one in all for a list of content parts
public record ModerationResponse(String id, String model, List<Result> results) {
    /// Every map has all thirteen categories.
    ///
    /// @param flagged whether any category is
    /// @param categoryAppliedInputTypes what each score was drawn from: `text`, `image`; empty where
    ///     no model covers the category
    public record Result(
            boolean flagged,
            Map<String, Boolean> categories,
            @JsonProperty("category_scores") Map<String, Double> categoryScores,
            @JsonProperty("category_applied_input_types") Map<String, List<String>> categoryAppliedInputTypes) {}
}
