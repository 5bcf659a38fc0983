package dev.docket.backend.labels;

import dev.docket.backend.platform.FieldErrors;
import java.util.Locale;

/// How a label set is written out.
enum ExportFormat {
    JSONL("application/x-ndjson"),
    CSV("text/csv;charset=UTF-8"),
    PARQUET("application/vnd.apache.parquet");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    static ExportFormat of(String name) {
        return switch (name) {
            case "jsonl" -> JSONL;
            case "csv" -> CSV;
            case "parquet" -> PARQUET;
            default -> {
                new FieldErrors()
                        .add("/format", "must be jsonl, csv or parquet")
                        .throwIfAny();
                throw new IllegalStateException();
            }
        };
    }
}
