package dev.docket.backend.queue;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.review.Shown;
import org.jspecify.annotations.Nullable;

/// How long what people type may be, and how long they may have looked.
final class Texts {
    static final int LONGEST = 2_000;

    private Texts() {}

    static void comment(FieldErrors errors, @Nullable String comment) {
        optional(errors, "/comment", comment);
    }

    static void optional(FieldErrors errors, String pointer, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            errors.add(pointer, "at most " + LONGEST + " characters");
        }
    }

    static void shown(FieldErrors errors, @Nullable Shown shown) {
        if (shown != null && Math.min(shown.textMs(), Math.min(shown.greyMs(), shown.fullMs())) < 0) {
            errors.add("/shown", "0 or more milliseconds each");
        }
    }

    static void required(FieldErrors errors, String pointer, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            errors.add(pointer, "1 to " + LONGEST + " characters");
        }
    }
}
