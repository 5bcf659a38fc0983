package dev.docket.backend.intake;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import java.util.List;

/// What a platform may send as media.
final class MediaRules {
    private static final int MAX_MEDIA = 10;
    private static final int MAX_ALT = 2_000;

    private final FieldErrors errors;

    MediaRules(FieldErrors errors) {
        this.errors = errors;
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
        } else {
            MediaLimits.fault(base64).ifPresent(fault -> errors.add(pointer, fault));
        }
    }
}
