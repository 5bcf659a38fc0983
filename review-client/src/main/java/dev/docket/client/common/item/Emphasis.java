package dev.docket.client.common.item;

import dev.docket.dto.review.Evidence.Explanation;
import dev.docket.dto.review.Evidence.Token;
import dev.docket.dto.review.ExplanationView.WordPull;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Which words made a label's score, and how much each of them did.
///
/// Models speak of tokens, people read words. A token's contribution is spread over its code units; where tokens
/// overlap the stronger one counts, so that no part of the text counts twice. A word's contribution is the sum
/// over its units. Cost: one array of the text's length.
public final class Emphasis {
    private static final double NEGLIGIBLE = 0.05;

    private final List<Stress> stresses;
    private final double strongest;

    private Emphasis(List<Stress> stresses) {
        this.stresses = stresses;
        this.strongest =
                stresses.stream().mapToDouble(Stress::contribution).max().orElse(0);
    }

    /// A word and what it added to the score (negative: took from it), in logits.
    public record Stress(Span span, double contribution) {}

    /// A word as the evidence lists it: every occurrence together.
    public record Word(String text, double contribution, int count) {}

    public static final Emphasis NONE = new Emphasis(List.of());

    public static Emphasis of(String text, Explanation explanation) {
        var tokens = explanation.tokens().stream()
                .map(token -> within(text, token))
                .filter(token -> token.start() < token.end())
                .sorted(Comparator.comparingDouble((Token token) -> -Math.abs(token.contribution())))
                .toList();
        double[] perUnit = spread(text.length(), tokens);
        return new Emphasis(words(text, tokens).stream()
                .map(word -> new Stress(word, sum(perUnit, word)))
                .filter(stress -> Math.abs(stress.contribution()) >= NEGLIGIBLE)
                .toList());
    }

    /// Of words that were left out one by one; what each pulls stands where contributions do.
    public static Emphasis of(List<WordPull> pulls) {
        return new Emphasis(pulls.stream()
                .map(pull -> new Stress(new Span(pull.start(), pull.end()), pull.pull()))
                .filter(stress -> Math.abs(stress.contribution()) >= NEGLIGIBLE)
                .toList());
    }

    /// Words that speak for the label, in reading order.
    public List<Stress> positive() {
        return stresses.stream().filter(stress -> stress.contribution() > 0).toList();
    }

    /// How strongly to mark a word: 1 to 3 against the strongest word of the text, 0 for not at all.
    public int level(Stress stress) {
        double share = strongest <= 0 ? 0 : stress.contribution() / strongest;
        if (share >= 0.6) {
            return 3;
        }
        if (share >= 0.3) {
            return 2;
        }
        return share >= 0.1 ? 1 : 0;
    }

    /// The weightiest words, strongest first, for or against; at most `limit`.
    public List<Word> words(MarkedText text, int limit) {
        var words = new LinkedHashMap<String, Word>();
        for (var stress : stresses) {
            String shown = text.visible(stress.span());
            words.merge(
                    shown.toLowerCase(Locale.ROOT),
                    new Word(shown, stress.contribution(), 1),
                    (one, more) ->
                            new Word(one.text(), one.contribution() + more.contribution(), one.count() + more.count()));
        }
        return words.values().stream()
                .filter(word -> !word.text().isBlank())
                .sorted(Comparator.comparingDouble((Word word) -> -Math.abs(word.contribution())))
                .limit(limit)
                .toList();
    }

    private static Token within(String text, Token token) {
        int start = Math.clamp(token.start(), 0, text.length());
        int end = Math.clamp(token.end(), 0, text.length());
        if (splitsPair(text, start)) {
            start--;
        }
        if (splitsPair(text, end)) {
            end++;
        }
        return new Token(start, end, token.contribution());
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static double[] spread(int length, List<Token> strongestFirst) {
        double[] perUnit = new double[length];
        boolean[] taken = new boolean[length];
        for (var token : strongestFirst) {
            double share = token.contribution() / (token.end() - token.start());
            for (int at = token.start(); at < token.end(); at++) {
                if (!taken[at]) {
                    taken[at] = true;
                    perUnit[at] = share;
                }
            }
        }
        return perUnit;
    }

    /// Words by the platform's rules, except that a token is never cut: a word broken up by invisible characters
    /// stays one word when the model read it as one.
    private static List<Span> words(String text, List<Token> tokens) {
        var boundaries = new TreeSet<Integer>();
        var breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text);
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            boundaries.add(at);
        }
        for (var token : tokens) {
            boundaries.subSet(token.start(), false, token.end(), false).clear();
        }
        var spans = new ArrayList<Span>();
        int from = 0;
        for (int to : boundaries) {
            if (to > from && !text.substring(from, to).isBlank()) {
                spans.add(trimmed(text, from, to));
            }
            from = to;
        }
        return spans;
    }

    private static Span trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static double sum(double[] perUnit, Span span) {
        double sum = 0;
        for (int at = span.start(); at < span.end(); at++) {
            sum += perUnit[at];
        }
        return sum;
    }
}
