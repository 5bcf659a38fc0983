package dev.docket.dto.models;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row on which a model differs from people or from the champion.
///
/// @param score the model's
/// @param champion the champion's score; null where it lacks the label
/// @param truth what people found, 0..1
/// @param difference how far apart, 0..1
/// @param text null for who may not see content, and of erased items
public record Disagreement(
        UUID itemId,
        String label,
        double score,
        @Nullable Double champion,
        double truth,
        double difference,
        String language,
        String source,
        @Nullable String text) {}
