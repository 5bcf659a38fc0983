package dev.docket.backend.labels;

import dev.docket.backend.labels.parquet.Bytes;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How many bytes each export of a set has, counted while the set is built: a client that knows the length can show
/// progress, and sees at once when a stream broke off.
final class Sizes {
    private final CsvTable table;
    private final int header;
    private final Bytes row = new Bytes();
    private final Map<String, Long> bytes = new TreeMap<>();

    Sizes(CsvTable table) {
        this.table = table;
        header = table.header().length;
    }

    /// The name of an export's size.
    static String key(ExportFormat format, @Nullable String split) {
        String name = format.extension().substring(1);
        return split == null ? name : name + "/" + split;
    }

    void add(String split, long jsonl, ExportedRow exported) {
        count(ExportFormat.JSONL, split, 0, jsonl);
        row.clear();
        table.row(exported, row);
        count(ExportFormat.CSV, split, header, row.size());
    }

    Map<String, Long> byExport() {
        return bytes;
    }

    private void count(ExportFormat format, String split, long before, long more) {
        bytes.merge(key(format, null), before + more, (size, first) -> size + more);
        bytes.merge(key(format, split), before + more, (size, first) -> size + more);
    }
}
