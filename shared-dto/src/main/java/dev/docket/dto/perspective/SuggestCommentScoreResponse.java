package dev.docket.dto.perspective;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The suggestion was kept.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuggestCommentScoreResponse(
        @Nullable String clientToken, @Nullable List<String> requestedLanguages) {}
