package dev.docket.backend.registry;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Where something falls between 0 and 1, evenly, for ever the same and for each salt anew.
/// Whoever chooses an id does not know the salt, so nobody can choose what happens to their
/// item.
public final class SaltedShare {
    private static final double RANGE = 1L << 53;

    private SaltedShare() {}

    public static double of(UUID salt, UUID of) {
        var bytes = ByteBuffer.allocate(4 * Long.BYTES);
        bytes.putLong(salt.getMostSignificantBits()).putLong(salt.getLeastSignificantBits());
        bytes.putLong(of.getMostSignificantBits()).putLong(of.getLeastSignificantBits());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return (ByteBuffer.wrap(digest).getLong() >>> 11) / RANGE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
