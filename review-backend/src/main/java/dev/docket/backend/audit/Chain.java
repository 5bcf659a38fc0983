package dev.docket.backend.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// How entries hang together: each link's hash covers its number, its entry and the hash before it.
final class Chain {
    static final byte[] START = new byte[32];

    private Chain() {}

    static byte[] link(byte[] previous, long sequence, Entry entry) {
        var digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
        digest.update(entry.canonical().getBytes(StandardCharsets.UTF_8));
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
