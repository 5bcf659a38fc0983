package dev.docket.backend.enforcement;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/// A place in an ordered list as clients carry it: opaque, so that what it holds may change.
public final class Cursor {
    private Cursor() {}

    public static String write(long place) {
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(place).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static Optional<Long> read(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return bytes.length == Long.BYTES
                    ? Optional.of(ByteBuffer.wrap(bytes).getLong())
                    : Optional.empty();
        } catch (IllegalArgumentException notACursor) {
            return Optional.empty();
        }
    }
}
