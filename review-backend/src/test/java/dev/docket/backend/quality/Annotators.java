package dev.docket.backend.quality;

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
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// Annotators' files: `<set>_items.csv.gz` and `<set>_annotations.csv.gz` in the folder that
/// the system property `docket.annotators` or the environment's `DOCKET_ANNOTATORS` names.
final class Annotators {
    private Annotators() {}

    static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("docket.annotators", System.getenv("DOCKET_ANNOTATORS")))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    /// In the order of the file.
    static List<Annotation> annotations(String set, String task) {
        return rows(set + "_annotations.csv.gz").stream()
                .filter(row -> row.get("task").equals(task))
                .map(row -> new Annotation(row.get("item_id"), row.get("annotator"), row.get("label")))
                .toList();
    }

    static Map<String, String> gold(String set) {
        return column(set, "gold");
    }

    static Map<String, String> texts(String set) {
        return column(set, "text");
    }

    private static Map<String, String> column(String set, String column) {
        var values = new HashMap<String, String>();
        rows(set + "_items.csv.gz").forEach(row -> values.put(row.get("item_id"), row.get(column)));
        return values;
    }

    private static List<Map<String, String>> rows(String file) {
        var path = folder().orElseThrow().resolve(file);
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

    record Annotation(String item, String annotator, String label) {}
}
