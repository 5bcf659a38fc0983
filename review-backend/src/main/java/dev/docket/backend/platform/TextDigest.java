package dev.docket.backend.platform;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The SHA-256 of a text, all of it and exactly: two texts with one digest are the same text.
/// Taken over the UTF-16 code units, because an encoder would make one of every half of a
/// surrogate pair.
public final class TextDigest {
    private final byte[] bytes;

    private TextDigest(byte[] bytes) {
        this.bytes = bytes;
    }

    public static TextDigest of(String text) {
        var units = ByteBuffer.allocate(text.length() * Character.BYTES);
        units.asCharBuffer().put(text);
        try {
            return new TextDigest(MessageDigest.getInstance("SHA-256").digest(units.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Reads what [#bytes] gave.
    public static TextDigest ofBytes(byte[] bytes) {
        return new TextDigest(bytes.clone());
    }

    /// 32 of them.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextDigest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
