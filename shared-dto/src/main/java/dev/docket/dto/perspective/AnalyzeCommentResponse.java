package dev.docket.dto.perspective;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The scores of one comment.
///
/// @param attributeScores a requested attribute without a score at its threshold or above is absent
/// @param languages as requested; `und` where none was, since no language is guessed
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnalyzeCommentResponse(
        Map<String, AttributeScores> attributeScores,
        List<String> languages,
        @Nullable String clientToken) {}
