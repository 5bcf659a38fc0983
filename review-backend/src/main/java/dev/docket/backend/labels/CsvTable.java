package dev.docket.backend.labels;

import dev.docket.backend.labels.parquet.Bytes;
import dev.docket.backend.platform.CsvCell;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// A label set as CSV, safe to open in a spreadsheet. JSON Lines and Parquet stay exact.
///
/// A cell is what [CsvCell] makes of its text, made of its UTF-8 instead: no character that
/// matters has a byte in common with a longer one.
final class CsvTable {
    private static final Field[] FIELDS = Field.values();

    private final List<String> labels;
    private final FlatRow flat;

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

    void row(ExportedRow row, Bytes out) {
        flat.fill(row.line());
        for (var field : FIELDS) {
            if (field != FIELDS[0]) {
                out.put(',');
            }
            cell(field == Field.TEXT ? row.text() : flat.cell(field), out);
        }
        for (int i = 0; i < labels.size(); i++) {
            out.put(',');
            cell(flat.label(i), out);
        }
        for (int i = 0; i < labels.size(); i++) {
            out.put(',');
            cell(flat.score(i), out);
        }
        out.put('\r');
        out.put('\n');
    }

    /// Nothing for none.
    static void cell(Cell cell, Bytes out) {
        if (cell.length() == 0) {
            return;
        }
        boolean isQuoted = wantsQuotes(cell);
        if (isQuoted) {
            out.put('"');
        }
        if (runs(cell.bytes()[cell.from()])) {
            out.put('\'');
        }
        if (isQuoted) {
            doubled(cell, out);
            out.put('"');
        } else {
            out.put(cell.bytes(), cell.from(), cell.length());
        }
    }

    private static boolean runs(byte first) {
        return switch (first) {
            case '=', '+', '-', '@', '\t', '\r' -> true;
            default -> false;
        };
    }

    private static boolean wantsQuotes(Cell cell) {
        byte[] bytes = cell.bytes();
        for (int at = cell.from(); at < cell.until(); at++) {
            byte b = bytes[at];
            if (b == ',' || b == '"' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    private static void doubled(Cell cell, Bytes out) {
        byte[] bytes = cell.bytes();
        int from = cell.from();
        for (int at = from; at < cell.until(); at++) {
            if (bytes[at] == '"') {
                out.put(bytes, from, at + 1 - from);
                from = at;
            }
        }
        out.put(bytes, from, cell.until() - from);
    }
}
