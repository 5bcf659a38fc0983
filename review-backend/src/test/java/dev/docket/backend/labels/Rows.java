package dev.docket.backend.labels;

import dev.docket.backend.platform.Ids;
import dev.docket.model.image.PdqHash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows as decisions give them, without a database.
final class Rows {
    static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    private Rows() {}

    static SettledDecision row(String author, @Nullable String text, Instant at, boolean isSpam) {
        return row(author, text, at, isSpam, standing(Looks.NONE, false));
    }

    static SettledDecision row(String author, @Nullable String text, Instant at, boolean isSpam, Standing standing) {
        return row(author, text, at, isSpam, standing, Likeness.NONE);
    }

    static SettledDecision picture(String author, PdqHash... pictures) {
        return row(
                author,
                null,
                BEGIN,
                false,
                standing(Looks.NONE, false),
                new Likeness(null, List.of(), List.of(pictures)));
    }

    private static SettledDecision row(
            String author, @Nullable String text, Instant at, boolean isSpam, Standing standing, Likeness likeness) {
        var id = Ids.next();
        return new SettledDecision(
                id,
                id,
                "forum",
                id.toString(),
                author,
                text,
                "en",
                Map.of("spam", isSpam ? 1 : 0),
                isSpam ? "VIOLATION" : "APPROVE",
                List.of(),
                at,
                Map.of(),
                Map.of(),
                null,
                true,
                1,
                standing,
                likeness);
    }

    static Standing standing(Looks looks, boolean golden) {
        return standing("FIRST", looks, golden, null);
    }

    static Standing standing(String source, Looks looks, boolean golden, @Nullable String appealOutcome) {
        return new Standing(source, BEGIN, looks, appealOutcome, golden, false, 1);
    }

    static Look look(String kind, String... policies) {
        return new Look(
                UUID.randomUUID(), kind, policies.length == 0 ? "APPROVE" : "VIOLATION", Set.of(policies), BEGIN);
    }

    static Definition definition(String splitBy, @Nullable Double negativesPerPositive) {
        return new Definition(
                "test",
                null,
                BEGIN,
                Set.of(),
                Set.of(),
                0,
                new TreeMap<>(Map.of("train", 0.6, "validation", 0.2, "test", 0.2)),
                new TreeSet<>(Set.of(Definition.AUTHOR, Definition.NEAR_DUPLICATE)),
                7,
                List.of("spam"),
                Set.of(),
                Set.of(),
                negativesPerPositive,
                splitBy,
                Set.of(),
                Set.of());
    }
}
