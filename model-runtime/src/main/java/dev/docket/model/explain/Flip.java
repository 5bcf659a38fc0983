package dev.docket.model.explain;

import java.util.List;
import java.util.Map;

/// Words without which a text is below every limit that it reaches with them, and of which none can
/// be put back: with any one of them a limit is reached again. All of that was seen by scoring.
///
/// Where one word of a text of one passage is enough there is no smaller set; else there may be one,
/// for not every set is tried.
///
/// @param words in the order of the text
/// @param before label to score, of each label that reached its limit
/// @param after every label's score without the words
public record Flip(List<Word> words, Map<String, Double> before, Map<String, Double> after) {
    public Flip {
        words = List.copyOf(words);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
