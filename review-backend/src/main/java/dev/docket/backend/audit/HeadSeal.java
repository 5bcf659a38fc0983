package dev.docket.backend.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Signs the end of the chain with a key that lies outside the database: whoever can write to the tables still cannot
/// make a shorter chain look whole.
///
/// The key is `DOCKET_AUDIT_KEY` (64 hex digits, the same for all backends on one database), or a file under the
/// floor's home that is made on first use.
@Component
class HeadSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    HeadSeal(@Value("${docket.audit.key:}") String given, @Value("${docket.home}") Path home) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(given.isBlank() ? kept(home.resolve("secrets")) : given.strip());
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    byte[] sign(long sequence, byte[] hash) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
            return mac.doFinal(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean fits(long sequence, byte[] hash, byte[] signature) {
        return MessageDigest.isEqual(sign(sequence, hash), signature);
    }

    private static String kept(Path folder) throws IOException {
        Path file = folder.resolve("audit-key");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            Files.writeString(file, HexFormat.of().formatHex(fresh));
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return Files.readString(file).strip();
    }
}
