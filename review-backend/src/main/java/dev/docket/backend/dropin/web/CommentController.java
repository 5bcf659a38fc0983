package dev.docket.backend.dropin.web;

import dev.docket.backend.dropin.Comments;
import dev.docket.backend.dropin.Suggestions;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Scope;
import dev.docket.dto.perspective.AnalyzeCommentRequest;
import dev.docket.dto.perspective.AnalyzeCommentResponse;
import dev.docket.dto.perspective.SuggestCommentScoreRequest;
import dev.docket.dto.perspective.SuggestCommentScoreResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Perspective's endpoints, for its clients. Their key may come in the query string: see
/// [KeyInQuery].
@RestController
class CommentController {
    private final Comments comments;
    private final Suggestions suggestions;

    CommentController(Comments comments, Suggestions suggestions) {
        this.comments = comments;
        this.suggestions = suggestions;
    }

    @PostMapping(Paths.COMMENTS_ANALYZE)
    @Requires(scopes = Scope.CLASSIFY)
    AnalyzeCommentResponse analyze(@RequestBody AnalyzeCommentRequest request, Caller.Program caller) {
        return comments.analyze(request);
    }

    /// The same right as for analysing: a client of Perspective has one key for both.
    @PostMapping(Paths.COMMENTS_SUGGESTSCORE)
    @Requires(scopes = Scope.CLASSIFY)
    SuggestCommentScoreResponse suggest(@RequestBody SuggestCommentScoreRequest request, Caller.Program caller) {
        return suggestions.suggest(request, caller);
    }
}
