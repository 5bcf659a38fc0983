package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A row of a label set as JSON, kept without its text and completed with it when it is written out.
///
/// The text goes where `"text":null` stands: inside a JSON string a quotation mark is escaped, so these characters
/// occur
/// nowhere before the member itself. Both stay bytes on their way from the database to whoever exports.
final class Line {
    private static final byte[] HOLE = "\"text\":null".getBytes(StandardCharsets.UTF_8);
    private static final int NAME = "\"text\":".length();
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private Line() {}

    static String keep(LabelRow withoutText, JsonMapper json) {
        return json.writeValueAsString(withoutText);
    }

    /// The line with its line feed.
    static byte[] bytes(String kept, @Nullable String text) {
        var out = new ByteArrayOutputStream(kept.length() + (text == null ? 0 : text.length()) + 64);
        write(kept.getBytes(StandardCharsets.UTF_8), text == null ? null : text.getBytes(StandardCharsets.UTF_8), out);
        return out.toByteArray();
    }

    static void write(byte[] kept, byte @Nullable [] text, ByteArrayOutputStream out) {
        if (text == null) {
            out.write(kept, 0, kept.length);
        } else {
            int hole = hole(kept);
            out.write(kept, 0, hole + NAME);
            quoted(text, out);
            int rest = hole + HOLE.length;
            out.write(kept, rest, kept.length - rest);
        }
        out.write('\n');
    }

    private static int hole(byte[] kept) {
        for (int at = 0; at <= kept.length - HOLE.length; at++) {
            int same = 0;
            while (same < HOLE.length && kept[at + same] == HOLE[same]) {
                same++;
            }
            if (same == HOLE.length) {
                return at;
            }
        }
        throw new IllegalStateException("a kept line has no place for its text");
    }

    /// A JSON string of UTF-8, as the JSON library writes it.
    private static void quoted(byte[] text, ByteArrayOutputStream out) {
        out.write('"');
        int from = 0;
        for (int at = 0; at < text.length; at++) {
            byte b = text[at];
            // Bytes of longer characters are negative.
            if (b >= 0 && b < ' ' || b == '"' || b == '\\') {
                out.write(text, from, at - from);
                escape(b, out);
                from = at + 1;
            }
        }
        out.write(text, from, text.length - from);
        out.write('"');
    }

    private static void escape(byte b, ByteArrayOutputStream out) {
        int letter = switch (b) {
            case '"', '\\' -> b;
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            default -> 'u';
        };
        out.write('\\');
        out.write(letter);
        if (letter == 'u') {
            out.write('0');
            out.write('0');
            out.write(HEX[b >> 4]);
            out.write(HEX[b & 15]);
        }
    }
}
