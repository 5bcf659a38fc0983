package dev.docket.dto.perspective;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says what a comment should have scored. It is kept, text and all, as a label suggestion.
///
/// @param communityId which community thinks so
/// @param clientToken repeated in the answer
/// @param sessionId accepted, not used
public record SuggestCommentScoreRequest(
        @Nullable TextEntry comment,
        @Nullable CommentContext context,
        @Nullable Map<String, AttributeScores> attributeScores,
        @Nullable List<String> languages,
        @Nullable String communityId,
        @Nullable String clientToken,
        @Nullable String sessionId) {}
