package dev.docket.backend.intake;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/// Limits on media. Dimensions are read from an image's header; not a pixel is decoded.
final class MediaRules {
    private static final int MAX_MEDIA = 10;
    private static final int MAX_IMAGE_BYTES = 20 * 1024 * 1024;
    private static final int MAX_VIDEO_BYTES = 150 * 1024 * 1024;
    private static final long MAX_PIXELS = 50_000_000;
    private static final int MAX_ALT = 2_000;

    private final FieldErrors errors;

    MediaRules(FieldErrors errors) {
        this.errors = errors;
    }

    static long mostBytes(MediaKind kind) {
        return kind == MediaKind.IMAGE ? MAX_IMAGE_BYTES : MAX_VIDEO_BYTES;
    }

    void check(List<Media> media) {
        if (media.size() > MAX_MEDIA) {
            errors.add("/media", "at most " + MAX_MEDIA + "; this has " + media.size());
            return;
        }
        for (int i = 0; i < media.size(); i++) {
            check("/media/" + i, media.get(i));
        }
    }

    private void check(String pointer, Media media) {
        if ((media.base64() == null) == (media.url() == null)) {
            errors.add(pointer, "exactly one of base64 and url");
        }
        if (media.url() != null && !ItemRules.isWebAddress(media.url())) {
            errors.add(pointer + "/url", "an absolute http or https address");
        }
        if (media.alt() != null && media.alt().length() > MAX_ALT) {
            errors.add(pointer + "/alt", "at most " + MAX_ALT + " characters");
        }
        if (media.base64() != null) {
            bytes(pointer + "/base64", media.kind(), media.base64());
        }
    }

    private void bytes(String pointer, MediaKind kind, String base64) {
        if (kind == MediaKind.VIDEO) {
            errors.add(pointer, "videos are sent by url");
            return;
        }
        if (base64.length() / 4L * 3 > MAX_IMAGE_BYTES + 2) {
            errors.add(pointer, "an image of at most 20 MB");
            return;
        }
        byte @Nullable [] bytes = decode(base64);
        if (bytes == null || bytes.length == 0) {
            errors.add(pointer, "must be Base64");
        } else if (bytes.length > MAX_IMAGE_BYTES) {
            errors.add(pointer, "an image of at most 20 MB");
        } else if (hasTooManyPixels(bytes)) {
            errors.add(pointer, "an image of at most 50 megapixels");
        }
    }

    /// What is wrong with a medium that was fetched, for the person who will see its item. Its size is known to be
    /// within bounds.
    static Optional<String> fault(MediaKind kind, Path file) {
        if (kind == MediaKind.VIDEO) {
            return Optional.empty();
        }
        try {
            return hasTooManyPixels(Files.readAllBytes(file))
                    ? Optional.of("It has more than 50 megapixels.")
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of("It cannot be read.");
        }
    }

    static byte @Nullable [] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static boolean hasTooManyPixels(byte[] image) {
        Long pixels = pixels(image);
        return pixels != null && pixels > MAX_PIXELS;
    }

    /// Width times height from the header; null for a format we cannot read, which a person then judges.
    private static @Nullable Long pixels(byte[] bytes) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }
}
