package dev.docket.backend.labels;

import dev.docket.backend.labels.parquet.Bytes;
import dev.docket.dto.labels.LabelRow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/// A row of a label set as JSON, kept without its text and completed with it when it is written out.
///
/// The text goes where `"text":null` stands: inside a JSON string a quotation mark is escaped,
/// so these characters occur nowhere before the member itself. Both stay bytes on their way
/// from the database to whoever exports.
final class Line {
    private static final byte[] HOLE = "\"text\":null".getBytes(StandardCharsets.UTF_8);
    private static final int NAME = "\"text\":".length();
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private Line() {}

    static String keep(LabelRow withoutText, JsonMapper json) {
        return json.writeValueAsString(withoutText);
    }

    static byte[] bytes(ExportedRow row) {
        var out = new Bytes();
        write(row, out);
        return out.toArray();
    }

    /// Writes the line with its text and its line feed.
    static void write(ExportedRow row, Bytes out) {
        var kept = row.line();
        if (row.text().isNull()) {
            out.put(kept.bytes(), kept.from(), kept.length());
        } else {
            int hole = hole(kept);
            out.put(kept.bytes(), kept.from(), hole + NAME - kept.from());
            quoted(row.text(), out);
            int rest = hole + HOLE.length;
            out.put(kept.bytes(), rest, kept.until() - rest);
        }
        out.put('\n');
    }

    private static int hole(Cell kept) {
        byte[] bytes = kept.bytes();
        int last = kept.until() - HOLE.length;
        for (int at = kept.from(); at <= last; at++) {
            if (bytes[at] == '"' && Arrays.equals(bytes, at, at + HOLE.length, HOLE, 0, HOLE.length)) {
                return at;
            }
        }
        throw new IllegalStateException("a kept line has no place for its text");
    }

    /// A JSON string of UTF-8, as the JSON library writes it.
    private static void quoted(Cell text, Bytes out) {
        byte[] bytes = text.bytes();
        int from = text.from();
        out.put('"');
        for (int at = from; at < text.until(); at++) {
            byte b = bytes[at];
            // Bytes of longer characters are negative.
            if (b >= 0 && b < ' ' || b == '"' || b == '\\') {
                out.put(bytes, from, at - from);
                escape(b, out);
                from = at + 1;
            }
        }
        out.put(bytes, from, text.until() - from);
        out.put('"');
    }

    private static void escape(byte b, Bytes out) {
        int letter = switch (b) {
            case '"', '\\' -> b;
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            default -> 'u';
        };
        out.put('\\');
        out.put(letter);
        if (letter == 'u') {
            out.put('0');
            out.put('0');
            out.put(HEX[b >> 4]);
            out.put(HEX[b & 15]);
        }
    }
}
