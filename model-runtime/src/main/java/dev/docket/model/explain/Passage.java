package dev.docket.model.explain;

import dev.docket.model.TextScores;
import dev.docket.model.TokenContribution;
import java.util.Comparator;
import java.util.List;

/// The part of a text whose words are left out, and those of its words that are.
///
/// @param tried in the order of the text
/// @param count words that it has
record Passage(int from, int to, List<Word> tried, int count) {
    /// A window of the shipped encoder has at most 126 tokens, so nearly always every word is tried.
    private static final int MOST_WORDS = 96;

    /// @param text as it was scored, with the words blanked that are left out already
    static Passage of(String text, TextScores scores, String label) {
        var explanation = scores.explanations().get(label);
        List<TokenContribution> tokens = explanation == null
                ? List.of()
                : explanation.tokens().stream()
                        .filter(token -> token.end() > token.start())
                        .toList();
        boolean whole = scores.windows() == 1 || tokens.isEmpty();
        int from = whole ? 0 : tokens.getFirst().start();
        int to = whole ? text.length() : tokens.getLast().end();
        var words = Words.of(text, from, to);
        if (words.size() <= MOST_WORDS) {
            return new Passage(from, to, words, words.size());
        }
        var tried = words.stream()
                .sorted(Comparator.comparingDouble((Word word) -> -Math.abs(contribution(tokens, word))))
                .limit(MOST_WORDS)
                .sorted(Comparator.comparingInt(Word::start))
                .toList();
        return new Passage(from, to, tried, words.size());
    }

    private static double contribution(List<TokenContribution> tokens, Word word) {
        return tokens.stream()
                .filter(token -> token.start() < word.end() && token.end() > word.start())
                .mapToDouble(TokenContribution::contribution)
                .sum();
    }

    /// Nothing but the passage.
    String alone(String text) {
        return text.substring(from, to);
    }

    /// Nothing but the passage, without one of its words.
    String without(String text, Word word) {
        return Words.without(alone(text), List.of(new Word(word.start() - from, word.end() - from)));
    }
}
