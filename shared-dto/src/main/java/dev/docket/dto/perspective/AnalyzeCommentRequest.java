package dev.docket.dto.perspective;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks for the scores of one comment. Only `comment.text` and `requestedAttributes` must be there.
///
/// @param requestedAttributes attribute name to what is wanted of it, `{}` for the usual
/// @param languages BCP 47; repeated in the answer
/// @param doNotStore accepted, and always so: nothing that is analysed is stored
/// @param clientToken repeated in the answer
/// @param sessionId accepted, not used
/// @param communityId accepted, not used
/// @param spanAnnotations whether to score each sentence too
public record AnalyzeCommentRequest(
        @Nullable TextEntry comment,
        @Nullable CommentContext context,
        @Nullable Map<String, AttributeParameters> requestedAttributes,
        @Nullable List<String> languages,
        @Nullable Boolean doNotStore,
        @Nullable String clientToken,
        @Nullable String sessionId,
        @Nullable String communityId,
        @Nullable Boolean spanAnnotations) {
    /// @param scoreType `PROBABILITY`, which is also what absence means
    /// @param scoreThreshold scores below it are left out of the answer
    public record AttributeParameters(
            @Nullable String scoreType, @Nullable Double scoreThreshold) {}
}
