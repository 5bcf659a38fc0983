package dev.docket.model.explain;

import java.util.List;

/// What each word of a text does to one label's score.
///
/// @param score of the whole text
/// @param words in the order of the text
/// @param from where the passage begins that was looked at
/// @param to where it ends; a long text's score is that of its worst passage, and no word elsewhere
///     has a say in it
/// @param count words in the passage; more than `words` holds where only those were tried that
///     contribute most
public record WordPulls(String label, double score, List<WordPull> words, int from, int to, int count) {
    public WordPulls {
        words = List.copyOf(words);
    }
}
