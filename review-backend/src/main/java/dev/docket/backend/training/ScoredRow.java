package dev.docket.backend.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One label of one row that a model was evaluated on, with what the champion of then said of it.
///
/// @param truth what people found
/// @param weight how many items it stands for: the inverse of the probability with which it came before a person
/// @param champion its score; null where it lacks the label, or where nothing served
/// @param group rows of one group are not independent: whoever resamples draws groups
public record ScoredRow(
        String label,
        UUID item,
        boolean truth,
        double weight,
        double score,
        @Nullable Double champion,
        String language,
        String source,
        long group) {}
