package dev.docket.model.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Reads gzipped comma-separated values after RFC 4180, a row as a map from column to value.
final class CsvFile {
    private CsvFile() {}

    static List<Map<String, String>> read(Path file) {
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            var header = row(in);
            var rows = new ArrayList<Map<String, String>>();
            for (var cells = row(in); !cells.isEmpty(); cells = row(in)) {
                var row = new HashMap<String, String>();
                for (int column = 0; column < header.size(); column++) {
                    row.put(header.get(column), cells.get(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next row's cells; empty at the end of the file.
    private static List<String> row(BufferedReader in) throws IOException {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            any = true;
            if (c == '"') {
                in.mark(1);
                if (quoted && in.read() == '"') {
                    cell.append('"');
                } else {
                    in.reset();
                    quoted = !quoted;
                }
            } else if (!quoted && c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\n') {
                break;
            } else {
                cell.append((char) c);
            }
        }
        if (any) {
            cells.add(cell.toString());
        }
        return cells;
    }
}
