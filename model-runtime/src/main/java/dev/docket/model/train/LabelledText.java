package dev.docket.model.train;

import java.util.Map;
import java.util.Set;

/// A text with what people found on it, for training heads.
///
/// @param id that the texts are known by outside; unique within a training
/// @param group rows of one group, such as an author's, stay together when rows are split
/// @param raters who found it; rows of the same people are not witnesses for one another
/// @param marks label to what was found; what nobody spoke of is absent
public record LabelledText(String id, String text, long group, Set<String> raters, Map<String, Mark> marks) {
    public LabelledText {
        raters = Set.copyOf(raters);
        marks = Map.copyOf(marks);
    }

    /// @param present whether the label was found
    /// @param weight what the finding counts for, more than 0
    public record Mark(boolean present, double weight) {}

    @Override
    public String toString() {
        return "LabelledText[" + id + "]";
    }
}
