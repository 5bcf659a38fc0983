package dev.docket.backend.labels;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How many bytes each export of a set has, counted while the set is built: a client that knows the length can show
/// progress, and sees at once when a stream broke off.
final class Sizes {
    private final CsvTable table;
    private final Map<String, Long> bytes = new TreeMap<>();

    Sizes(CsvTable table) {
        this.table = table;
    }

    /// The name of an export's size.
    static String key(ExportFormat format, @Nullable String split) {
        String name = format.extension().substring(1);
        return split == null ? name : name + "/" + split;
    }

    void add(String split, long jsonl, String kept, @Nullable String text) {
        count(ExportFormat.JSONL, split, 0, jsonl);
        count(ExportFormat.CSV, split, table.header().length, table.row(kept, text).length);
    }

    Map<String, Long> byExport() {
        return bytes;
    }

    private void count(ExportFormat format, String split, long header, long row) {
        bytes.merge(key(format, null), header + row, (size, first) -> size + row);
        bytes.merge(key(format, split), header + row, (size, first) -> size + row);
    }
}
