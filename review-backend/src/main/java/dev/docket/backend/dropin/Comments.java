package dev.docket.backend.dropin;

import dev.docket.backend.classification.Classification;
import dev.docket.backend.dropin.CommentRefused.Fault;
import dev.docket.backend.dropin.Sentences.Span;
import dev.docket.dto.perspective.AnalyzeCommentRequest;
import dev.docket.dto.perspective.AnalyzeCommentRequest.AttributeParameters;
import dev.docket.dto.perspective.AnalyzeCommentResponse;
import dev.docket.dto.perspective.AttributeScores;
import dev.docket.dto.perspective.AttributeScores.Score;
import dev.docket.dto.perspective.AttributeScores.SpanScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Perspective's analysis of a comment by our models. Nothing is stored, whatever the request
/// allows.
///
/// Spans are the sentences where they are asked for, else the comment as a whole: Perspective's
/// clients find a span in every answer.
@Service
public class Comments {
    private static final String TYPE = "PROBABILITY";
    private static final List<String> UNKNOWN_LANGUAGE = List.of("und");

    private final Classification classification;

    Comments(Classification classification) {
        this.classification = classification;
    }

    /// @throws CommentRefused with everything that is wrong
    public AnalyzeCommentResponse analyze(AnalyzeCommentRequest request) {
        String text = CommentRules.check(request);
        var spans = Boolean.TRUE.equals(request.spanAnnotations())
                ? Sentences.in(text)
                : List.of(new Span(0, text.length()));
        var scored = score(text, spans);
        var answer = new LinkedHashMap<String, AttributeScores>();
        Objects.requireNonNull(request.requestedAttributes(), "checked").forEach((name, wanted) -> {
            var scores = scores(Attribute.of(name).orElseThrow(), wanted, scored);
            if (scores != null) {
                answer.put(name, scores);
            }
        });
        boolean told = request.languages() != null && !request.languages().isEmpty();
        return new AnalyzeCommentResponse(
                answer, told ? Objects.requireNonNull(request.languages()) : UNKNOWN_LANGUAGE, request.clientToken());
    }

    private Scored score(String text, List<Span> spans) {
        var texts = new ArrayList<>(List.of(text));
        spans.stream()
                .map(span -> span.of(text))
                .filter(part -> !part.equals(text))
                .forEach(texts::add);
        var scores = classification.score(texts).iterator();
        var whole = scores.next();
        var parts = new ArrayList<Part>(spans.size());
        for (var span : spans) {
            parts.add(new Part(span, span.of(text).equals(text) ? whole : scores.next()));
        }
        return new Scored(whole, parts);
    }

    /// @return null when nothing reaches the threshold
    private static @Nullable AttributeScores scores(Attribute attribute, AttributeParameters wanted, Scored scored) {
        double threshold = wanted.scoreThreshold() == null ? 0 : wanted.scoreThreshold();
        double summary = value(attribute, scored.whole());
        var spans = scored.parts().stream()
                .filter(part -> value(attribute, part.scores()) >= threshold)
                .map(part -> new SpanScore(
                        part.span().begin(), part.span().end(), new Score(value(attribute, part.scores()), TYPE)))
                .toList();
        if (summary < threshold && spans.isEmpty()) {
            return null;
        }
        return new AttributeScores(
                summary < threshold ? null : new Score(summary, TYPE), spans.isEmpty() ? null : spans);
    }

    private static double value(Attribute attribute, Map<String, Double> scores) {
        return attribute
                .of(scores)
                .orElseThrow(() -> new CommentRefused(
                        List.of(new Fault("Attribute " + attribute + " is not covered by any loaded model."))));
    }

    /// @param scores by label
    private record Part(Span span, Map<String, Double> scores) {}

    private record Scored(Map<String, Double> whole, List<Part> parts) {}
}
