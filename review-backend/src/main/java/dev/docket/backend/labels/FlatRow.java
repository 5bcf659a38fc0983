package dev.docket.backend.labels;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A kept line taken apart into the cells of a table, where its bytes lie and without making
/// objects of them: an export does this millions of times, and a general reader of JSON took
/// half of its time. A line is what [Line#keep] wrote, so it is sound, has no white space
/// between its tokens, and its members nearly always stand where they stood in the line before.
/// The same row is filled again and again.
final class FlatRow {
    private static final Field[] FIELDS = Field.values();
    private static final byte[] LABELS = "labels".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SCORES = "scores".getBytes(StandardCharsets.UTF_8);
    private static final byte[] POLICY = "policy".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper json;
    private final byte[][] names;
    private final Cell[] cells = cells(FIELDS.length);
    private final Cell[] labels;
    private final Cell[] scores;
    private final List<byte[]> violated = new ArrayList<>();
    private final Cell key = new Cell();
    private final Cell passed = new Cell();
    private byte[] line = {};
    private int at;
    private int next;

    /// @param labels that have a cell each, and one for the score
    FlatRow(List<String> labels, JsonMapper json) {
        this.json = json;
        names = labels.stream()
                .map(label -> label.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.labels = cells(labels.size());
        scores = cells(labels.size());
    }

    /// @param kept as [Line] keeps it
    void fill(Cell kept) {
        clear(cells);
        clear(labels);
        clear(scores);
        violated.clear();
        line = kept.bytes();
        at = kept.from() + 1;
        next = 0;
        while (line[at] != '}') {
            key();
            member();
            comma();
        }
    }

    private void member() {
        var field = field();
        if (field == Field.VIOLATIONS && line[at] == '[') {
            violations(cells[field.ordinal()]);
        } else if (field != null) {
            value(cells[field.ordinal()]);
        } else if (key.is(LABELS)) {
            numbers(labels);
        } else if (key.is(SCORES)) {
            numbers(scores);
        } else {
            value(passed);
        }
    }

    /// The one after the last, if it is that; else any of that name.
    private @Nullable Field field() {
        if (next < FIELDS.length && key.is(FIELDS[next].utf8())) {
            return FIELDS[next++];
        }
        for (var field : FIELDS) {
            if (key.is(field.utf8())) {
                next = field.ordinal() + 1;
                return field;
            }
        }
        return null;
    }

    private void numbers(Cell[] into) {
        if (line[at] != '{') {
            value(passed);
            return;
        }
        int expected = 0;
        at++;
        while (line[at] != '}') {
            key();
            int place = place(expected);
            value(place < 0 ? passed : into[place]);
            expected = place + 1;
            comma();
        }
        at++;
    }

    /// Which label the key names; negative for none that has a cell.
    private int place(int expected) {
        for (int place = expected; place < names.length; place++) {
            if (key.is(names[place])) {
                return place;
            }
        }
        for (int place = 0; place < Math.min(expected, names.length); place++) {
            if (key.is(names[place])) {
                return place;
            }
        }
        return -1;
    }

    private void violations(Cell into) {
        int from = at++;
        while (line[at] != ']') {
            at++;
            while (line[at] != '}') {
                key();
                boolean isPolicy = key.is(POLICY);
                value(passed);
                if (isPolicy) {
                    violated.add(Arrays.copyOfRange(passed.bytes(), passed.from(), passed.until()));
                }
                comma();
            }
            at++;
            comma();
        }
        into.set(line, from, ++at);
    }

    /// Goes on behind a key and its colon.
    private void key() {
        string(key);
        at++;
    }

    private void comma() {
        if (line[at] == ',') {
            at++;
        }
    }

    /// Lists and objects stay JSON.
    private void value(Cell into) {
        int from = at;
        switch (line[at]) {
            case '"' -> string(into);
            case '{', '[' -> {
                passStructure();
                into.set(line, from, at);
            }
            case 'n' -> {
                at += "null".length();
                into.clear();
            }
            default -> {
                while (line[at] != ',' && line[at] != '}' && line[at] != ']') {
                    at++;
                }
                into.set(line, from, at);
            }
        }
    }

    /// What is escaped in it is read by the JSON library: names of sources and items hardly ever hold such a thing.
    private void string(Cell into) {
        int from = at + 1;
        boolean isPlain = passString();
        if (isPlain) {
            into.set(line, from, at - 1);
        } else {
            into.set(json.readValue(line, from - 1, at - from + 1, String.class).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// @return whether nothing in it is escaped
    private boolean passString() {
        boolean isPlain = true;
        at++;
        while (line[at] != '"') {
            if (line[at] == '\\') {
                isPlain = false;
                at++;
            }
            at++;
        }
        at++;
        return isPlain;
    }

    private void passStructure() {
        int depth = 0;
        do {
            byte b = line[at];
            if (b == '"') {
                passString();
            } else {
                depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
                at++;
            }
        } while (depth > 0);
    }

    /// As it stands in the line, until the next one is taken apart.
    Cell cell(Field field) {
        return cells[field.ordinal()];
    }

    /// Policies found violated, until the next line is taken apart.
    List<byte[]> violated() {
        return violated;
    }

    /// `0` or `1`; null where nobody spoke of it.
    Cell label(int place) {
        return labels[place];
    }

    Cell score(int place) {
        return scores[place];
    }

    private static Cell[] cells(int size) {
        return Stream.generate(Cell::new).limit(size).toArray(Cell[]::new);
    }

    private static void clear(Cell[] some) {
        for (var cell : some) {
            cell.clear();
        }
    }
}
