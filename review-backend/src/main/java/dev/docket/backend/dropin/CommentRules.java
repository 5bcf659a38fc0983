package dev.docket.backend.dropin;

import dev.docket.backend.dropin.CommentRefused.Fault;
import dev.docket.dto.perspective.AnalyzeCommentRequest;
import dev.docket.dto.perspective.AnalyzeCommentRequest.AttributeParameters;
import dev.docket.dto.perspective.AttributeScores;
import dev.docket.dto.perspective.AttributeScores.Score;
import dev.docket.dto.perspective.AttributeScores.SpanScore;
import dev.docket.dto.perspective.CommentContext;
import dev.docket.dto.perspective.SuggestCommentScoreRequest;
import dev.docket.dto.perspective.TextEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What Perspective asks of a request. Limits are Perspective's too, so that a client that cuts
/// its comments to size goes on doing right.
final class CommentRules {
    /// Bytes of UTF-8.
    private static final int LONGEST = 20_480;

    private static final int MOST_LANGUAGES = 20;
    private static final int MOST_SPANS = 1_000;
    private static final int LONGEST_COMMUNITY = 1_000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final Set<String> PROBABILITY = Set.of("PROBABILITY", "SCORE_TYPE_UNSPECIFIED");
    private static final Set<String> PLAIN = Set.of("PLAIN_TEXT", "TEXT_TYPE_UNSPECIFIED");

    private final List<Fault> faults = new ArrayList<>();

    private CommentRules() {}

    /// @return the comment's text
    /// @throws CommentRefused with everything that is wrong
    static String check(AnalyzeCommentRequest request) {
        var rules = new CommentRules();
        String text = rules.common(request.comment(), request.context(), request.languages());
        rules.attributes(request.requestedAttributes());
        return rules.passed(text);
    }

    /// As above.
    static String check(SuggestCommentScoreRequest request) {
        var rules = new CommentRules();
        String text = rules.common(request.comment(), request.context(), request.languages());
        rules.suggestions(request.attributeScores(), text.length());
        if (request.communityId() != null && request.communityId().length() > LONGEST_COMMUNITY) {
            rules.fault("communityId has at most " + LONGEST_COMMUNITY + " characters.");
        }
        return rules.passed(text);
    }

    private String passed(String text) {
        if (!faults.isEmpty()) {
            throw new CommentRefused(faults);
        }
        return text;
    }

    private String common(
            @Nullable TextEntry comment, @Nullable CommentContext context, @Nullable List<String> languages) {
        if (context != null && context.entries() != null && context.articleAndParentComment() != null) {
            fault("Context can have either entries or article_and_parent_comment, but both fields were populated.");
        }
        languages(Objects.requireNonNullElse(languages, List.of()));
        return comment(comment);
    }

    private String comment(@Nullable TextEntry comment) {
        String text = comment == null || comment.text() == null ? "" : comment.text();
        if (comment != null && comment.type() != null && !PLAIN.contains(comment.type())) {
            fault(
                    comment.type().equals("HTML")
                            ? "Currently, only 'PLAIN_TEXT' comments are supported."
                            : "Unknown text type.");
        }
        if (text.isBlank()) {
            faults.add(new Fault("Comment must be non-empty.", "COMMENT_EMPTY"));
        } else if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            faults.add(new Fault("Comment text too long.", "COMMENT_TOO_LONG"));
        }
        return text;
    }

    private void languages(List<String> languages) {
        if (languages.size() > MOST_LANGUAGES
                || !languages.stream()
                        .allMatch(language -> LANGUAGE.matcher(language).matches())) {
            fault("Languages are at most " + MOST_LANGUAGES + " codes such as en or hi-Latn.");
        }
    }

    private void attributes(@Nullable Map<String, AttributeParameters> requested) {
        if (requested == null || requested.isEmpty()) {
            faults.add(new Fault("Missing requested_attributes.", "NO_REQUESTED_ATTRIBUTES"));
            return;
        }
        requested.forEach((name, wanted) -> {
            if (known(name)) {
                scoreType(name, wanted.scoreType());
            }
            if (wanted.scoreThreshold() != null && !isShare(wanted.scoreThreshold())) {
                fault("A score threshold is between 0 and 1.");
            }
        });
    }

    private void suggestions(@Nullable Map<String, AttributeScores> suggested, int length) {
        if (suggested == null || suggested.isEmpty()) {
            fault("Missing attribute_scores.");
            return;
        }
        suggested.forEach((name, scores) -> {
            if (known(name)) {
                suggestion(name, scores, length);
            }
        });
    }

    private void suggestion(String name, AttributeScores scores, int length) {
        var spans = Objects.requireNonNullElse(scores.spanScores(), List.<SpanScore>of());
        if (scores.summaryScore() == null && spans.isEmpty()) {
            fault("Attribute " + name + " has neither a summary score nor span scores.");
        }
        if (scores.summaryScore() != null) {
            score(name, scores.summaryScore());
        }
        if (spans.size() > MOST_SPANS) {
            fault("Attribute " + name + " has more than " + MOST_SPANS + " spans.");
            return;
        }
        for (var span : spans) {
            if (begin(span) < 0 || begin(span) >= end(span) || end(span) > length) {
                fault("A span of attribute " + name + " does not lie within the comment.");
            }
            if (span.score() == null) {
                fault("A span of attribute " + name + " has no score.");
            } else {
                score(name, span.score());
            }
        }
    }

    private void score(String name, Score score) {
        scoreType(name, score.type());
        if (!isShare(value(score))) {
            fault("A score of attribute " + name + " is not between 0 and 1.");
        }
    }

    private boolean known(String name) {
        if (Attribute.of(name).isPresent()) {
            return true;
        }
        fault("Unknown requested attribute: " + (NAME.matcher(name).matches() ? name : "(not a name)"));
        return false;
    }

    private void scoreType(String attribute, @Nullable String type) {
        if (type != null && !PROBABILITY.contains(type)) {
            String shown = NAME.matcher(type).matches() ? type : "(not a name)";
            fault("Requested score type " + shown + " is not supported by attribute " + attribute + ".");
        }
    }

    private void fault(String message) {
        faults.add(new Fault(message));
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    static double value(Score score) {
        return score.value() == null ? 0 : score.value();
    }

    static int begin(SpanScore span) {
        return span.begin() == null ? 0 : span.begin();
    }

    static int end(SpanScore span) {
        return span.end() == null ? 0 : span.end();
    }
}
