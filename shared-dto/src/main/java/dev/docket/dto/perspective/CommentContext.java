package dev.docket.dto.perspective;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a comment was said beside: one of the two. It changes no score, as it did not at
/// Perspective.
public record CommentContext(
        @Nullable List<TextEntry> entries, @Nullable ArticleAndParentComment articleAndParentComment) {
    public record ArticleAndParentComment(
            @Nullable TextEntry article, @Nullable TextEntry parentComment) {}
}
