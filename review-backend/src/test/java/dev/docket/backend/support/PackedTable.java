package dev.docket.backend.support;

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
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// A gzipped CSV file (RFC 4180, UTF-8) with the names of its columns in the first line.
public final class PackedTable {
    private PackedTable() {}

    /// Column to value, row by row.
    public static List<Map<String, String>> rows(Path path) {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            var names = record(reader);
            var rows = new ArrayList<Map<String, String>>();
            for (var row = record(reader); !row.isEmpty(); row = record(reader)) {
                var values = row;
                rows.add(IntStream.range(0, names.size())
                        .collect(HashMap::new, (map, i) -> map.put(names.get(i), values.get(i)), HashMap::putAll));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One record of RFC 4180; empty at the end.
    private static List<String> record(BufferedReader reader) throws IOException {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        int read = reader.read();
        if (read < 0) {
            return List.of();
        }
        for (; read >= 0 && (quoted || read != '\n'); read = reader.read()) {
            if (read == '"') {
                reader.mark(1);
                if (quoted && reader.read() == '"') {
                    field.append('"');
                } else {
                    if (quoted) {
                        reader.reset();
                    }
                    quoted = !quoted;
                }
            } else if (read == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (read != '\r' || quoted) {
                field.append((char) read);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
