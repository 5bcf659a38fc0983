package dev.docket.dto.labels;

import org.jspecify.annotations.Nullable;

/// What an export comes to: whoever has a file of this length and digest has all of it.
///
/// @param format `jsonl`, `csv` or `parquet`
/// @param split null for all rows
/// @param sha256 in hex
/// @param erasedRows rows whose text is gone because their item was erased
/// @param etag that the export answers with
public record LabelSetManifest(
        String version,
        String format,
        @Nullable String split,
        long rows,
        long bytes,
        String sha256,
        long erasedRows,
        String etag,
        String fileName) {}
