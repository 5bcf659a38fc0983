package dev.docket.client.common.portion;

import java.util.Map;
import java.util.stream.Collectors;

/// Some lines of a file that is imported, as one request takes them.
///
/// @param type media type
/// @param firstLine how many lines of the file came before those of the body, its names not counted again
/// @param share of the file that is read with it, 0..1
public record Portion(String type, String body, long firstLine, double share, boolean last) {
    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";

    /// One entry that somebody typed, field by field; empty ones are not said.
    public static Portion single(Map<String, String> fields) {
        var said = fields.entrySet().stream()
                .filter(field -> !field.getValue().isBlank())
                .toList();
        String names = said.stream().map(Map.Entry::getKey).collect(Collectors.joining(","));
        String cells = said.stream().map(field -> quoted(field.getValue())).collect(Collectors.joining(","));
        return new Portion(CSV, names + "\n" + cells + "\n", 0, 1, true);
    }

    private static String quoted(String value) {
        return '"' + value.strip().replace("\"", "\"\"") + '"';
    }
}
