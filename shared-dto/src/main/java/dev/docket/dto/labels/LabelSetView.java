package dev.docket.dto.labels;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A label set.
///
/// @param sha256 of the JSONL export of all its rows, in hex
/// @param splitRows rows per split
public record LabelSetView(
        String version,
        String name,
        long rows,
        @Nullable String sha256,
        LabelSetState state,
        Map<String, Long> splitRows,
        Instant createdAt) {}
