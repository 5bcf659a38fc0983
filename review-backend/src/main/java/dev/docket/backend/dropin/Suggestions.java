package dev.docket.backend.dropin;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.dropin.StoredSuggestions.Suggested;
import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Ids;
import dev.docket.dto.perspective.AttributeScores;
import dev.docket.dto.perspective.AttributeScores.SpanScore;
import dev.docket.dto.perspective.SuggestCommentScoreRequest;
import dev.docket.dto.perspective.SuggestCommentScoreResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what platforms say a text should have scored, for whoever trains. A suggestion is
/// nobody's decision: it changes no score and no item, and is no label evidence.
@Service
public class Suggestions {
    private final StoredSuggestions stored;
    private final AuditTrail audit;
    private final Clock clock;

    Suggestions(StoredSuggestions stored, AuditTrail audit, Clock clock) {
        this.stored = stored;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws CommentRefused with everything that is wrong
    @Transactional
    public SuggestCommentScoreResponse suggest(SuggestCommentScoreRequest request, Caller.Program caller) {
        String text = CommentRules.check(request);
        var id = Ids.next();
        var scores = new ArrayList<Suggested>();
        var suggested = Objects.requireNonNull(request.attributeScores(), "checked");
        suggested.forEach(
                (name, given) -> scores.addAll(scores(Attribute.of(name).orElseThrow(), given)));
        stored.insert(
                id,
                clock.instant(),
                caller.keyId(),
                text,
                Objects.requireNonNullElse(request.languages(), List.of()),
                request.communityId());
        stored.insertScores(id, scores);
        audit.append(
                caller.actor(),
                "label.suggested",
                "label-suggestion",
                id.toString(),
                Map.of("attributes", suggested.keySet().stream().sorted().toList()));
        return new SuggestCommentScoreResponse(request.clientToken(), request.languages());
    }

    /// A text that somebody had erased is not kept under another heading.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(ItemErased erased) {
        if (erased.text() != null) {
            stored.forget(erased.text());
        }
    }

    private static List<Suggested> scores(Attribute attribute, AttributeScores given) {
        var scores = new ArrayList<Suggested>();
        if (given.summaryScore() != null) {
            scores.add(new Suggested(attribute, null, null, CommentRules.value(given.summaryScore())));
        }
        for (var span : Objects.requireNonNullElse(given.spanScores(), List.<SpanScore>of())) {
            scores.add(new Suggested(
                    attribute,
                    CommentRules.begin(span),
                    CommentRules.end(span),
                    CommentRules.value(Objects.requireNonNull(span.score(), "checked"))));
        }
        return scores;
    }
}
