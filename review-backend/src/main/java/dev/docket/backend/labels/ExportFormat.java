package dev.docket.backend.labels;

import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;

/// How a label set is written out.
enum ExportFormat {
    JSONL("application/x-ndjson"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return this == JSONL ? ".jsonl" : ".csv";
    }

    static ExportFormat of(String name) {
        return switch (name) {
            case "jsonl" -> JSONL;
            case "csv" -> CSV;
            case "parquet" ->
                throw new DomainProblem(
                        LabelProblem.FORMAT_TO_COME, "Parquet comes later; ask for format=jsonl or format=csv.");
            default -> {
                new FieldErrors().add("/format", "must be jsonl or csv").throwIfAny();
                throw new IllegalStateException();
            }
        };
    }
}
