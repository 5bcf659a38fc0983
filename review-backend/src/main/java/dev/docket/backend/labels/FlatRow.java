package dev.docket.backend.labels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// A kept line taken apart into the cells of a table, without making objects of it: an export does this millions of
/// times.
/// The same row is filled again and again.
final class FlatRow {
    private static final String LABELS = "labels";
    private static final String SCORES = "scores";
    private static final String POLICY = "policy";

    private final JsonMapper json;
    private final Map<String, Integer> places = new HashMap<>();
    private final @Nullable String[] cells = new @Nullable String[Field.values().length];
    private final @Nullable String[] labels;
    private final @Nullable String[] scores;
    private final List<String> violated = new ArrayList<>();

    FlatRow(List<String> labels, JsonMapper json) {
        this.json = json;
        for (int i = 0; i < labels.size(); i++) {
            places.put(labels.get(i), i);
        }
        this.labels = new @Nullable String[labels.size()];
        scores = new @Nullable String[labels.size()];
    }

    /// @param kept as [Line] keeps it
    void fill(String kept) {
        Arrays.fill(cells, null);
        Arrays.fill(labels, null);
        Arrays.fill(scores, null);
        violated.clear();
        try (var parser = json.createParser(kept)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = Objects.requireNonNull(parser.currentName());
                parser.nextToken();
                member(key, parser, kept);
            }
        }
    }

    private void member(String key, JsonParser parser, String kept) {
        if (key.equals(LABELS)) {
            numbers(parser, labels);
        } else if (key.equals(SCORES)) {
            numbers(parser, scores);
        } else {
            var field = Field.of(key);
            if (field == Field.VIOLATIONS) {
                cells[field.ordinal()] = violations(parser, kept);
            } else if (field != null) {
                cells[field.ordinal()] = cell(parser, kept);
            } else {
                parser.skipChildren();
            }
        }
    }

    /// Lists and objects stay JSON.
    private static @Nullable String cell(JsonParser parser, String kept) {
        if (!parser.currentToken().isStructStart()) {
            return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getString();
        }
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return kept.substring(from, (int) parser.currentLocation().getCharOffset());
    }

    private String violations(JsonParser parser, String kept) {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else if (parser.currentToken() == JsonToken.PROPERTY_NAME && POLICY.equals(parser.currentName())) {
                parser.nextToken();
                violated.add(parser.getString());
            }
        }
        return kept.substring(from, (int) parser.currentLocation().getCharOffset());
    }

    private void numbers(JsonParser parser, @Nullable String[] into) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var place = places.get(Objects.requireNonNull(parser.currentName()));
            parser.nextToken();
            if (place != null) {
                into[place] = parser.getString();
            }
        }
    }

    /// As it stands in the line; null for null.
    @Nullable String cell(Field field) {
        return cells[field.ordinal()];
    }

    /// Policies found violated, until the next line is taken apart.
    List<String> violated() {
        return violated;
    }

    /// `0` or `1`; null where nobody spoke of it.
    @Nullable String label(int place) {
        return labels[place];
    }

    @Nullable String score(int place) {
        return scores[place];
    }
}
