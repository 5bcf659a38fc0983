package dev.docket.backend.appeals;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.appeals.AppealRequest;
import org.jspecify.annotations.Nullable;

/// What an appeal must be to be read. Every fault is noted at once.
final class AppealRules {
    private static final int MAX_STATEMENT = 10_000;
    private static final int MAX_ID = 256;

    private AppealRules() {}

    static void check(AppealRequest request) {
        var errors = new FieldErrors();
        boolean byId = request.itemId() != null;
        boolean byName = request.source() != null || request.externalId() != null;
        if (byId == byName) {
            errors.add("", "the item is named by itemId, or by source and externalId");
        } else if (byName) {
            required(errors, "/source", request.source());
            required(errors, "/externalId", request.externalId());
        }
        required(errors, "/appellant/externalId", request.appellant().externalId());
        String statement = request.statement();
        if (statement.isBlank() || statement.length() > MAX_STATEMENT) {
            errors.add("/statement", "1 to " + MAX_STATEMENT + " characters");
        }
        errors.throwIfAny();
    }

    private static void required(FieldErrors errors, String pointer, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > MAX_ID) {
            errors.add(pointer, "1 to " + MAX_ID + " characters");
        }
    }
}
