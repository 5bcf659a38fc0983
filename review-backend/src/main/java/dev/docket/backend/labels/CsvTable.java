package dev.docket.backend.labels;

import dev.docket.backend.platform.CsvCell;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A label set as CSV, safe to open in a spreadsheet. JSON Lines and Parquet stay exact.
final class CsvTable {
    private static final Field[] FIELDS = Field.values();

    private final List<String> labels;
    private final FlatRow flat;
    private final StringBuilder line = new StringBuilder();

    /// @param labels one column each, and one for its score
    CsvTable(List<String> labels, JsonMapper json) {
        this.labels = labels;
        flat = new FlatRow(labels, json);
    }

    byte[] header() {
        var cells = new ArrayList<>(Arrays.stream(FIELDS).map(Field::key).toList());
        labels.forEach(label -> cells.add("label." + label));
        labels.forEach(label -> cells.add("score." + label));
        return cells.stream()
                .map(CsvCell::of)
                .collect(Collectors.joining(",", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] row(String kept, @Nullable String text) {
        flat.fill(kept);
        line.setLength(0);
        for (var field : FIELDS) {
            cell(field == Field.TEXT ? text : flat.cell(field));
        }
        for (int i = 0; i < labels.size(); i++) {
            cell(flat.label(i));
        }
        for (int i = 0; i < labels.size(); i++) {
            cell(flat.score(i));
        }
        line.setLength(line.length() - 1);
        return line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void cell(@Nullable String value) {
        line.append(value == null ? "" : CsvCell.of(value)).append(',');
    }
}
