package dev.docket.backend.intake;

import dev.docket.dto.item.MediaKind;
import dev.docket.model.picture.HeaderCheck;
import dev.docket.model.picture.PictureLimits;
import dev.docket.model.picture.Refusal;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The contract's limits on images and videos. Dimensions are read from an image's header; not a pixel is decoded. A
/// format that is not known here is within them: a person then judges it.
public final class MediaLimits {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_IMAGE_BYTES = 20 * MEGABYTE;
    private static final int MOST_VIDEO_BYTES = 150 * MEGABYTE;
    private static final long MOST_PIXELS = 50_000_000;

    private static final PictureLimits HEADER = new PictureLimits(
            MOST_IMAGE_BYTES,
            MOST_PIXELS,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            0,
            0,
            0,
            Duration.ZERO);

    private MediaLimits() {}

    static long mostBytes(MediaKind kind) {
        return kind == MediaKind.IMAGE ? MOST_IMAGE_BYTES : MOST_VIDEO_BYTES;
    }

    /// What is wrong with an image sent as Base64, if anything, as a problem document says it.
    public static Optional<String> fault(String base64) {
        if (base64.length() / 4L * 3 > MOST_IMAGE_BYTES + 2) {
            return Optional.of("an image of at most 20 MB");
        }
        byte @Nullable [] bytes = decode(base64);
        return bytes == null || bytes.length == 0 ? Optional.of("must be Base64") : fault(bytes);
    }

    static Optional<String> fault(byte[] image) {
        if (image.length > MOST_IMAGE_BYTES) {
            return Optional.of("an image of at most 20 MB");
        }
        return HeaderCheck.check(image, HEADER) instanceof HeaderCheck.Refused(Refusal refusal)
                        && refusal == Refusal.TOO_LARGE
                ? Optional.of("an image of at most 50 megapixels")
                : Optional.empty();
    }

    static byte @Nullable [] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
