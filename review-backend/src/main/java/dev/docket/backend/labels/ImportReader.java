package dev.docket.backend.labels;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.json.StrictJson;
import dev.docket.dto.labels.ImportedRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads rows to import, one at a time: JSON Lines or CSV in the schema of an export. What an export has beside what an
/// import takes (scores, votes and so on) may stay; anything else is refused, so that a misspelt name is no lost
/// column.
public final class ImportReader {
    private static final int LONGEST_RECORD = 1_000_000;
    private static final String LABEL = "label.";
    private static final String SCORE = "score.";
    private static final Set<String> TAKEN =
            Set.of("source", "externalId", "text", "labels", "language", "author", "decidedAt", "weight");

    private final Reader in;
    private final Format format;
    private int line;

    private ImportReader(InputStream in, Format format) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        this.format = format;
    }

    public static ImportReader jsonLines(InputStream in, StrictJson strict, JsonMapper json) {
        return new ImportReader(in, new JsonLines(strict, json));
    }

    public static ImportReader csv(InputStream in) {
        return new ImportReader(in, new Csv());
    }

    /// The next row; empty at the end.
    public Optional<Read> next() throws IOException {
        var read = format.next(this);
        line += read.isPresent() ? 1 : 0;
        return read.map(one -> one.at(line));
    }

    /// @param line of the row, from 1; a CSV's names are none
    /// @param row null when it is refused
    /// @param refused null when it can be taken
    public record Read(
            int line, @Nullable ImportedRow row, @Nullable DomainProblem refused) {
        private Read at(int place) {
            return new Read(place, row, refused);
        }

        private static Read of(Parsing parsing) {
            try {
                var row = parsing.row();
                ImportRules.check(row);
                return new Read(0, row, null);
            } catch (DomainProblem problem) {
                return new Read(0, null, problem);
            }
        }

        @Override
        public String toString() {
            return "Read[" + line + "]";
        }
    }

    private interface Parsing {
        ImportedRow row();
    }

    private interface Format {
        Optional<Read> next(ImportReader reader) throws IOException;
    }

    private record JsonLines(StrictJson strict, JsonMapper json) implements Format {
        @Override
        public Optional<Read> next(ImportReader reader) throws IOException {
            var text = new StringBuilder();
            int c = reader.in.read();
            if (c < 0) {
                return Optional.empty();
            }
            while (c >= 0 && c != '\n') {
                keep(text, (char) c);
                c = reader.in.read();
            }
            return Optional.of(Read.of(() -> parse(text)));
        }

        private ImportedRow parse(StringBuilder text) {
            checkLength(text.length());
            String line = text.toString();
            try {
                if (json.readTree(line) instanceof ObjectNode object) {
                    for (var field : Field.values()) {
                        if (!TAKEN.contains(field.key())) {
                            object.remove(field.key());
                        }
                    }
                    object.remove("scores");
                    line = json.writeValueAsString(object);
                }
            } catch (JacksonException malformed) {
                // The strict reader refuses it with its words.
                return strict.read(line, ImportedRow.class);
            }
            return strict.read(line, ImportedRow.class);
        }
    }

    /// RFC 4180: quoted cells may hold line ends; the first record names the columns.
    private static final class Csv implements Format {
        private @Nullable List<String> names;

        @Override
        public Optional<Read> next(ImportReader reader) throws IOException {
            if (names == null) {
                names = record(reader.in);
                check(names);
            }
            var known = names;
            var cells = record(reader.in);
            return cells.isEmpty() ? Optional.empty() : Optional.of(Read.of(() -> parse(known, cells)));
        }

        private static void check(List<String> names) {
            var errors = new FieldErrors();
            for (String name : names) {
                if (!name.startsWith(LABEL)
                        && !name.startsWith(SCORE)
                        && !TAKEN.contains(name)
                        && Field.of(name) == null) {
                    errors.addUnknown("/" + name.replace("~", "~0").replace("/", "~1"));
                }
            }
            errors.throwIfAny();
        }

        private static ImportedRow parse(List<String> names, List<String> cells) {
            var fields = new TreeMap<String, String>();
            var labels = new TreeMap<String, Integer>();
            var errors = new FieldErrors();
            checkLength(cells.stream().mapToInt(String::length).sum());
            for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
                String name = names.get(i);
                String cell = cells.get(i);
                if (name.startsWith(LABEL) && !cell.isEmpty()) {
                    labels.put(name.substring(LABEL.length()), cell.equals("1") ? 1 : cell.equals("0") ? 0 : -1);
                } else if (!cell.isEmpty()) {
                    fields.put(name, cell);
                }
            }
            var row = new ImportedRow(
                    fields.getOrDefault("source", ""),
                    fields.getOrDefault("externalId", ""),
                    harmful(fields.getOrDefault("text", "")),
                    labels,
                    fields.get("language"),
                    fields.get("author"),
                    instant(fields, errors),
                    number(fields, errors));
            errors.throwIfAny();
            return row;
        }

        /// Takes off the apostrophe that an export puts before what a spreadsheet would run.
        private static String harmful(String cell) {
            return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r".indexOf(cell.charAt(1)) >= 0
                    ? cell.substring(1)
                    : cell;
        }

        private static @Nullable Instant instant(Map<String, String> fields, FieldErrors errors) {
            String value = fields.get("decidedAt");
            try {
                return value == null ? null : Instant.parse(value);
            } catch (DateTimeException wrong) {
                errors.add("/decidedAt", "must be an instant such as 2026-11-20T10:00:00Z");
                return null;
            }
        }

        private static @Nullable Double number(Map<String, String> fields, FieldErrors errors) {
            String value = fields.get("weight");
            try {
                return value == null ? null : Double.valueOf(value);
            } catch (NumberFormatException wrong) {
                errors.add("/weight", "must be a number");
                return null;
            }
        }

        /// The cells of the next record; none at the end.
        private static List<String> record(Reader in) throws IOException {
            var cells = new ArrayList<String>();
            var cell = new StringBuilder();
            boolean quoted = false;
            int c = in.read();
            if (c < 0) {
                return cells;
            }
            while (c >= 0 && (quoted || c != '\n')) {
                if (c == '"') {
                    int next = in.read();
                    if (quoted && next == '"') {
                        keep(cell, '"');
                    } else {
                        quoted = !quoted;
                        c = next;
                        continue;
                    }
                } else if (c == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else if (quoted || c != '\r') {
                    keep(cell, (char) c);
                }
                c = in.read();
            }
            cells.add(cell.toString());
            return cells;
        }
    }

    /// What is too long is read to its end and not kept.
    private static void keep(StringBuilder text, char c) {
        if (text.length() <= LONGEST_RECORD) {
            text.append(c);
        }
    }

    private static void checkLength(int length) {
        if (length > LONGEST_RECORD) {
            throw new DomainProblem(
                    CommonProblem.BODY_TOO_LARGE, "A row has at most " + LONGEST_RECORD + " characters.");
        }
    }
}
