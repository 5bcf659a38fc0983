package dev.docket.backend.filters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the file of an import line by line: plain lines, CSV under a line of names, or a JSON
/// object a line. A line that cannot be read is a row with a fault, and the next one is read.
///
/// Names of fields are compared without case, `_` and `-`, for those who exchange hashes agree
/// on none: `expiresAt`, `expires_at` and `EXPIRES-AT` are one.
public final class Rows {
    private static final int LONGEST_LINE = 10_000;

    private final Reader format;
    private final BufferedReader in;
    private long line;

    private Rows(Reader format, InputStream in) {
        this.format = format;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /// @param fields name to value; a plain line has the one name ``
    /// @param fault null when the line could be read
    record Row(
            long line, Map<String, String> fields, @Nullable String fault) {
        static final String PLAIN = "";

        /// The first of several names that is there and not blank.
        Optional<String> get(String... names) {
            for (String name : names) {
                String value = fields.getOrDefault(name, "").strip();
                if (!value.isEmpty()) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }
    }

    private interface Reader {
        Optional<Row> read(long line, String text);
    }

    public static Rows plain(InputStream in) {
        return new Rows((line, text) -> Optional.of(new Row(line, Map.of(Row.PLAIN, text), null)), in);
    }

    public static Rows csv(InputStream in) {
        return new Rows(new Csv(), in);
    }

    public static Rows jsonLines(InputStream in, JsonMapper json) {
        return new Rows((line, text) -> Optional.of(object(line, text, json)), in);
    }

    /// At most `most` rows more; empty at the end. Blank lines and a CSV's names are no rows.
    List<Row> next(int most) {
        var rows = new ArrayList<Row>();
        try {
            while (rows.size() < most) {
                var text = new StringBuilder();
                if (!readLine(text)) {
                    break;
                }
                line++;
                if (text.length() > LONGEST_LINE) {
                    rows.add(new Row(line, Map.of(), "longer than " + LONGEST_LINE + " characters"));
                } else if (!text.toString().isBlank()) {
                    format.read(line, withoutMark(text.toString())).ifPresent(rows::add);
                }
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException("the import broke off", broken);
        }
        return rows;
    }

    /// Lines read so far, blank ones too.
    long line() {
        return line;
    }

    private String withoutMark(String text) {
        return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// Keeps little of a line that is too long, so that a file of one line fills no memory.
    private boolean readLine(StringBuilder text) throws IOException {
        int c = in.read();
        if (c < 0) {
            return false;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r' && text.length() <= LONGEST_LINE) {
                text.append((char) c);
            }
        }
        return true;
    }

    private static String name(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static Row object(long line, String text, JsonMapper json) {
        try {
            JsonNode node = json.readTree(text);
            if (!node.isObject()) {
                return new Row(line, Map.of(), "must be a JSON object");
            }
            var fields = new HashMap<String, String>();
            node.properties().forEach(field -> fields.put(name(field.getKey()), value(field.getValue())));
            return new Row(line, fields, null);
        } catch (JacksonException malformed) {
            return new Row(line, Map.of(), "must be a JSON object");
        }
    }

    private static String value(JsonNode node) {
        if (node.isNull()) {
            return "";
        }
        if (!node.isArray()) {
            return node.isValueNode() ? node.asString() : node.toString();
        }
        var parts = new ArrayList<String>();
        node.forEach(part -> parts.add(part.isValueNode() ? part.asString() : part.toString()));
        return String.join(", ", parts);
    }

    private static final class Csv implements Reader {
        private @Nullable List<String> names;

        @Override
        public Optional<Row> read(long line, String text) {
            var cells = cells(text);
            if (cells == null) {
                return Optional.of(new Row(line, Map.of(), "a quotation mark is not closed"));
            }
            if (names == null) {
                names = cells.stream().map(Rows::name).toList();
                return Optional.empty();
            }
            if (cells.size() > names.size()) {
                return Optional.of(new Row(line, Map.of(), "has more cells than the first line has names"));
            }
            var fields = new HashMap<String, String>();
            for (int i = 0; i < cells.size(); i++) {
                fields.put(names.get(i), cells.get(i));
            }
            return Optional.of(new Row(line, fields, null));
        }

        private static @Nullable List<String> cells(String text) {
            var cells = new ArrayList<String>();
            var cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            cells.add(cell.toString());
            return quoted ? null : cells;
        }
    }
}
