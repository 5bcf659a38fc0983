package dev.docket.backend.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry as it lies in the database.
///
/// @param details JSON as PostgreSQL writes it, which orders keys: the same value is always the same text
record Entry(
        UUID id,
        Instant at,
        String actorKind,
        @Nullable String actorId,
        String action,
        String subjectKind,
        String subjectId,
        String details) {

    /// Every field with its length before it, so that no two entries read alike.
    String canonical() {
        var text = new StringBuilder();
        append(text, id.toString());
        append(text, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        append(text, actorKind);
        append(text, actorId);
        append(text, action);
        append(text, subjectKind);
        append(text, subjectId);
        append(text, details);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable String field) {
        if (field == null) {
            text.append("-;");
        } else {
            text.append(field.length()).append(':').append(field).append(';');
        }
    }
}
