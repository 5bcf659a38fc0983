package dev.docket.model.explain;

import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.util.List;

/// What reads a text with words left out: a classifier, or what guards one.
@FunctionalInterface
public interface Reader {
    /// Scores and explanations of the texts, in order.
    List<TextScores> read(List<String> texts) throws ModelFault;
}
