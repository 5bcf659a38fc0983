package dev.docket.backend.filters;

import dev.docket.backend.filters.StoredHashes.Candidate;
import dev.docket.dto.filter.HashKind;
import dev.docket.model.image.PdqHash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an image is looked up by. MD5 is no safeguard here: banks hold it, so it is compared.
///
/// @param positions its perceptual hashes, turned and mirrored; none where it cannot be read
record Print(byte[] sha256, byte[] md5, List<PdqHash> positions) {
    static Print of(byte[] image, List<PdqHash> positions) {
        return new Print(digest("SHA-256", image), digest("MD5", image), positions);
    }

    /// Bits between the image and the hash, 0 for the very same bytes; null where they do not
    /// meet.
    @Nullable Integer distance(Candidate candidate, Map<Long, Integer> near) {
        if (candidate.kind() == HashKind.PDQ) {
            return near.get(candidate.id());
        }
        byte[] own = candidate.kind() == HashKind.MD5 ? md5 : sha256;
        return Arrays.equals(own, candidate.value()) ? 0 : null;
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
