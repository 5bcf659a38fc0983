package dev.docket.dto.labels;

import dev.docket.dto.Phrase;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A label set.
///
/// @param sha256 of the JSONL export of all its rows, in hex
/// @param splitRows rows per split
/// @param by the person's name who asked for it; null for one long gone
/// @param job that builds it, while it does; null for sets that were ready at once
/// @param failure why it came to nothing; null unless FAILED
/// @param failureSaid `failure` by its code; null where there is none
/// @param figures null until it is READY
/// @param gates how it fares at the quality gates; null until it is READY
public record LabelSetView(
        String version,
        String name,
        long rows,
        @Nullable String sha256,
        LabelSetState state,
        Map<String, Long> splitRows,
        Instant createdAt,
        @Nullable String by,
        @Nullable String job,
        @Nullable String failure,
        @Nullable Phrase failureSaid,
        @Nullable LabelSetFigures figures,
        @Nullable GateState gates) {}
