package dev.docket.client.labels.sets;

import java.util.Locale;

/// What a label set may be written as.
public enum ExportFormat {
    JSONL,
    CSV,
    PARQUET;

    /// As the floor and a file's name have it.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    ExportFormat next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
