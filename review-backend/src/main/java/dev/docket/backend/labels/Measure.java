package dev.docket.backend.labels;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and digests what is written to it, and keeps nothing.
final class Measure extends OutputStream {
    private final MessageDigest digest;
    private long bytes;

    Measure() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int b) {
        digest.update((byte) b);
        bytes++;
    }

    @Override
    public void write(byte[] more, int offset, int length) {
        digest.update(more, offset, length);
        bytes += length;
    }

    /// To be asked for once.
    Export.Measured measured() {
        return new Export.Measured(bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
