package dev.docket.dto.review;

import dev.docket.dto.item.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a text's words do to one label's score, found by reading the text again with words left out; and which words
/// would have to go for the item to take another way.
///
/// @param progress 0..1; everything below `label` and `modelVersion` is empty before it is 1
/// @param score of the text now
/// @param threshold the lowest at which a policy asks for review; null where none uses the label
/// @param modelVersion what read it again
/// @param scoredBy what gave the score by which the item was routed; another version only where that
///     one serves no longer. Null where none did
/// @param words in the order of the text
/// @param passage where those words are; null for the whole text. A long text is scored by passages, of
///     which the worst counts
/// @param untried words of the passage that were not left out, because it has too many
/// @param flip null until it is known
public record ExplanationView(
        State state,
        double progress,
        String label,
        String modelVersion,
        @Nullable String scoredBy,
        @Nullable Double score,
        @Nullable Double threshold,
        List<WordPull> words,
        @Nullable List<Integer> passage,
        int untried,
        @Nullable Flip flip) {
    public ExplanationView {
        words = words == null ? List.of() : List.copyOf(words);
    }

    public enum State {
        RUNNING,
        DONE
    }

    /// @param start UTF-16 code units of the text, `end` exclusive
    /// @param pull by how much the word raises the score's logit; negative where it lowers it
    /// @param without the label's score without the word
    public record WordPull(int start, int end, double pull, double without) {}

    /// The smallest removal that was found to change the item's route; every word of it is needed.
    ///
    /// @param from the route by the thresholds of now, as the item is
    /// @param to the route without the words; null where no removal was found
    /// @param spans of the words, in the order of the text
    /// @param changes a label each that reaches a threshold, worst first
    public record Flip(
            Outcome outcome, Route from, @Nullable Route to, List<List<Integer>> spans, List<Change> changes) {
        public Flip {
            spans = List.copyOf(spans);
            changes = List.copyOf(changes);
        }
    }

    public enum Outcome {
        FOUND,
        /// No label reaches a threshold: something else brought the item here.
        NOTHING_REACHED,
        /// An image or a video reaches a threshold whatever the words are.
        NOT_THE_WORDS,
        NOT_FOUND,
        OUT_OF_TIME
    }

    /// @param after null where no removal was found
    /// @param threshold that the label must fall below
    public record Change(
            String label, double before, @Nullable Double after, double threshold) {}
}
