package dev.docket.backend.classification;

import dev.docket.model.TextScores;

/// What came of scoring one text.
sealed interface Finding {
    record Scored(TextScores scores) implements Finding {}

    /// This text makes the model fail; trying again may help.
    record Failed(String fault) implements Finding {}

    /// The model cannot be asked; the text is not to blame, and a person must see it now.
    record Unavailable(String fault) implements Finding {}
}
