package dev.docket.backend.queue;

import dev.docket.backend.platform.FieldErrors;
import org.jspecify.annotations.Nullable;

/// How long what people type may be.
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

    static void required(FieldErrors errors, String pointer, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            errors.add(pointer, "1 to " + LONGEST + " characters");
        }
    }
}
