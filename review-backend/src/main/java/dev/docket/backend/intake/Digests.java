package dev.docket.backend.intake;

import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.Media;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SHA-256 (FIPS 180-4), and what makes two submissions the same content.
final class Digests {
    private Digests() {}

    static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /// Reads to the end.
    static String sha256Hex(InputStream in) throws IOException {
        var digest = sha256();
        try (var through = new DigestInputStream(in, digest)) {
            through.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Text, language and media decide; reach, author and metadata may differ between two sendings of one item.
    static byte[] ofContent(ItemContent item) {
        var digest = sha256();
        add(digest, item.text());
        add(digest, item.language());
        for (Media media : item.media() == null ? List.<Media>of() : item.media()) {
            add(digest, media.kind().name());
            add(digest, media.base64());
            add(digest, media.url());
            add(digest, media.alt());
        }
        return digest.digest();
    }

    /// Length first, so that no two sequences of parts run into the same bytes.
    private static void add(MessageDigest digest, @Nullable String part) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        int length = part == null ? -1 : bytes.length;
        digest.update(new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
