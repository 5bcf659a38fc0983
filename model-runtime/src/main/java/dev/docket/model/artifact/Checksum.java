package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 in lower-case hexadecimal.
public final class Checksum {
    private Checksum() {}

    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /// @param what names the bytes in the fault
    static void verify(String what, byte[] bytes, String expected) throws ModelFault {
        if (!of(bytes).equals(expected)) {
            throw new ModelFault(what + " is not the file that the package was made with: its checksum differs");
        }
    }
}
