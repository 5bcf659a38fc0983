package dev.docket.dto.labels;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One label from elsewhere: the members of an exported row that an import takes.
///
/// @param source where it comes from, 1..100 characters
/// @param externalId names it within its source, 1..200 characters
/// @param text 1..100,000 characters
/// @param labels model label to 0 or 1, at least one
/// @param author whoever wrote it, so that their texts stay in one split; null if unknown
/// @param weight 0..1 beside the import's own; default 1
public record ImportedRow(
        String source,
        String externalId,
        String text,
        Map<String, Integer> labels,
        @Nullable String language,
        @Nullable String author,
        @Nullable Instant decidedAt,
        @Nullable Double weight) {}
