package dev.docket.backend.watching;

import dev.docket.model.Embedding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One text that a model scored.
///
/// @param scores label to score
/// @param language its primary subtag
/// @param length in characters
record Sample(
        Map<String, Double> scores,
        String language,
        int length,
        @Nullable Embedding embedding) {}
