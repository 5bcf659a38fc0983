package dev.docket.backend.labels;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A row on its way out of the database: its place, its line as it is kept, and its text as it is now.
final class ExportedRow {
    /// What a binary copy begins with, before its first row: the signature, flags, and how much more there is to skip.
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int HEADER = SIGNATURE.length + 2 * Integer.BYTES;

    private final Cell line = new Cell();
    private final Cell text = new Cell();
    private long ordinal;

    /// UTF-8.
    Cell line() {
        return line;
    }

    /// UTF-8; null for items without one, and once erased.
    Cell text() {
        return text;
    }

    long ordinal() {
        return ordinal;
    }

    ExportedRow of(String kept, @Nullable String now) {
        line.set(kept.getBytes(StandardCharsets.UTF_8));
        if (now == null) {
            text.clear();
        } else {
            text.set(now.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /// Takes in one message of `COPY … TO STDOUT (FORMAT binary)` of place, line and text: the server sends each row as
    /// one message. Nothing is copied.
    ///
    /// @return false for a message without a row: the last one
    boolean read(byte[] message) {
        int at = startsACopy(message) ? HEADER : 0;
        var fields = ByteBuffer.wrap(message);
        if (fields.getShort(at) < 0) {
            return false;
        }
        at += Short.BYTES + Integer.BYTES;
        ordinal = fields.getLong(at);
        at = field(fields, at + Long.BYTES, line);
        field(fields, at, text);
        return true;
    }

    private static int field(ByteBuffer fields, int at, Cell into) {
        int length = fields.getInt(at);
        int from = at + Integer.BYTES;
        if (length < 0) {
            into.clear();
            return from;
        }
        into.set(fields.array(), from, from + length);
        return from + length;
    }

    private static boolean startsACopy(byte[] message) {
        return message.length >= HEADER && Arrays.equals(message, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }
}
