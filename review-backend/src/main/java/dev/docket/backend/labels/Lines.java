package dev.docket.backend.labels;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Where the lines of an export come from.
sealed interface Lines {
    /// What stands before the rows.
    String header();

    /// The next rows after an ordinal, in their order; empty at the end.
    List<StoredLabelSets.Exported> page(long after);

    String line(StoredLabelSets.Exported row);

    static Lines of(
            ExportFormat format, StoredLabelSets sets, String version, @Nullable String split, JsonMapper json) {
        return switch (format) {
            case JSONL -> new Json(sets, version, split, json);
            case CSV ->
                new Csv(
                        sets,
                        version,
                        split,
                        new CsvTable(sets.definition(version).labels(), json));
        };
    }

    /// JSON Lines, exactly as digested when the set was built.
    record Json(
            StoredLabelSets sets, String version, @Nullable String split, JsonMapper json) implements Lines {
        @Override
        public String header() {
            return "";
        }

        @Override
        public List<StoredLabelSets.Exported> page(long after) {
            return sets.rows(version, split, after);
        }

        @Override
        public String line(StoredLabelSets.Exported row) {
            return Line.complete(row.line(), row.text(), json) + "\n";
        }
    }

    /// A table for spreadsheets.
    record Csv(
            StoredLabelSets sets, String version, @Nullable String split, CsvTable table) implements Lines {
        @Override
        public String header() {
            return table.header();
        }

        @Override
        public List<StoredLabelSets.Exported> page(long after) {
            return sets.rows(version, split, after);
        }

        @Override
        public String line(StoredLabelSets.Exported row) {
            return table.row(row.line(), row.text());
        }
    }
}
