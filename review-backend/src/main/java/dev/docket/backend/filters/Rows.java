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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the file of an import row by row: plain lines, CSV under a line of names, a JSON object a
/// line, or a whole JSON document with a list of objects in it. A row that cannot be read is one with
/// a fault, and the next one is read; after a fault in a document's own form there is no next one.
///
/// Names of fields are compared without case, `_` and `-`, for those who exchange hashes agree
/// on none: `expiresAt`, `expires_at` and `EXPIRES-AT` are one.
public final class Rows {
    private static final int LONGEST_LINE = 10_000;

    private final Source source;

    private Rows(Source source) {
        this.source = source;
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

    /// Where rows come from.
    private interface Source {
        /// Empty at the end.
        Optional<Row> next() throws IOException;

        long line();
    }

    private interface Reader {
        Optional<Row> read(long line, String text);
    }

    public static Rows plain(InputStream in) {
        return new Rows(new LineByLine((line, text) -> Optional.of(new Row(line, Map.of(Row.PLAIN, text), null)), in));
    }

    public static Rows csv(InputStream in) {
        return new Rows(new LineByLine(new Csv(), in));
    }

    public static Rows jsonLines(InputStream in, JsonMapper json) {
        return new Rows(new LineByLine((line, text) -> Optional.of(object(line, text, json)), in));
    }

    /// One JSON document: a list, or an object with a list in it, as ThreatExchange answers.
    public static Rows json(InputStream in, JsonMapper json) {
        return new Rows(new Document(in, json));
    }

    /// At most `most` rows more; empty at the end. Blank lines and a CSV's names are no rows.
    List<Row> next(int most) {
        var rows = new ArrayList<Row>();
        try {
            while (rows.size() < most) {
                var row = source.next();
                if (row.isEmpty()) {
                    break;
                }
                rows.add(row.get());
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException("the import broke off", broken);
        }
        return rows;
    }

    /// Lines read so far, blank ones too.
    long line() {
        return source.line();
    }

    /// Reads line by line.
    private static final class LineByLine implements Source {
        private final Reader format;
        private final BufferedReader in;
        private long line;

        LineByLine(Reader format, InputStream in) {
            this.format = format;
            this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        @Override
        public Optional<Row> next() throws IOException {
            var text = new StringBuilder();
            while (readLine(text)) {
                line++;
                if (text.length() > LONGEST_LINE) {
                    return Optional.of(new Row(line, Map.of(), "longer than " + LONGEST_LINE + " characters"));
                }
                if (!text.toString().isBlank()) {
                    var row = format.read(line, withoutMark(text.toString()));
                    if (row.isPresent()) {
                        return row;
                    }
                }
                text.setLength(0);
            }
            return Optional.empty();
        }

        @Override
        public long line() {
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
    }

    /// Reads one JSON document, an entry of its list at a time.
    private static final class Document implements Source {
        private final JsonParser parser;
        private boolean inList;
        private boolean over;
        private long line = 1;

        Document(InputStream in, JsonMapper json) {
            parser = json.createParser(in);
        }

        @Override
        public Optional<Row> next() {
            if (over) {
                return Optional.empty();
            }
            try {
                return entry();
            } catch (JacksonException malformed) {
                over = true;
                return Optional.of(new Row(line, Map.of(), "is not valid JSON from here on"));
            }
        }

        private Optional<Row> entry() {
            JsonToken token = inList ? parser.nextToken() : firstOfList();
            if (token == null || token == JsonToken.END_ARRAY) {
                over = true;
                return Optional.empty();
            }
            line = parser.currentTokenLocation().getLineNr();
            JsonNode node = parser.readValueAsTree();
            return Optional.of(node.isString() ? plain(line, node) : fields(line, node));
        }

        /// Passes over what else the document's object says.
        private @Nullable JsonToken firstOfList() {
            inList = true;
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                token = parser.nextToken();
                while (token == JsonToken.PROPERTY_NAME && parser.nextToken() != JsonToken.START_ARRAY) {
                    parser.skipChildren();
                    token = parser.nextToken();
                }
            }
            return parser.currentToken() == JsonToken.START_ARRAY ? parser.nextToken() : null;
        }

        @Override
        public long line() {
            return line;
        }
    }

    private static String name(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static Row object(long line, String text, JsonMapper json) {
        try {
            JsonNode node = json.readTree(text);
            return node.isString() ? plain(line, node) : fields(line, node);
        } catch (JacksonException malformed) {
            return new Row(line, Map.of(), "must be a JSON object");
        }
    }

    /// What stands alone in a list of strings, as a plain line would.
    private static Row plain(long line, JsonNode node) {
        return new Row(line, Map.of(Row.PLAIN, node.asString()), null);
    }

    private static Row fields(long line, JsonNode node) {
        if (!node.isObject()) {
            return new Row(line, Map.of(), "must be a JSON object");
        }
        var fields = new HashMap<String, String>();
        node.properties().forEach(field -> {
            // ThreatExchange's descriptors have their hash one level down.
            if (field.getValue().isObject() && name(field.getKey()).equals("indicator")) {
                fields.putAll(fields(line, field.getValue()).fields());
            } else {
                fields.put(name(field.getKey()), value(field.getValue()));
            }
        });
        return new Row(line, fields, null);
    }

    /// Of an object what it is called: `{"name": "..."}`, `{"data": [{"text": "..."}]}`.
    private static String value(JsonNode node) {
        if (node.isNull()) {
            return "";
        }
        if (node.isArray()) {
            return node.valueStream().map(Rows::value).collect(Collectors.joining(", "));
        }
        if (node.isObject()) {
            return Stream.of("name", "text", "data")
                    .filter(node::has)
                    .findFirst()
                    .map(part -> value(node.path(part)))
                    .orElseGet(node::toString);
        }
        return node.asString();
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
