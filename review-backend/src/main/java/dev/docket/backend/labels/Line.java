package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelRow;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A row of a label set as JSON, kept without its text and completed with it when it is written out.
///
/// The text goes where `"text":null` stands: inside a JSON string a quotation mark is escaped, so these characters
/// occur
/// nowhere before the member itself.
final class Line {
    private static final String HOLE = "\"text\":null";
    private static final String NAME = "\"text\":";

    private Line() {}

    static String keep(LabelRow withoutText, JsonMapper json) {
        return json.writeValueAsString(withoutText);
    }

    static String complete(String kept, @Nullable String text, JsonMapper json) {
        if (text == null) {
            return kept;
        }
        int hole = kept.indexOf(HOLE);
        return kept.substring(0, hole) + NAME + json.writeValueAsString(text) + kept.substring(hole + HOLE.length());
    }

    static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
