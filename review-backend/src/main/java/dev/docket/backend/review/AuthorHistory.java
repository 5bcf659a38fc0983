package dev.docket.backend.review;

import dev.docket.backend.intake.Item;
import dev.docket.backend.queue.AuthorRecords;
import dev.docket.dto.review.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What an author posted before, how often it was found in violation, and what stands against them. The item at hand
/// is left out, so that a second reviewer learns nothing of a first decision on it.
@Repository
class AuthorHistory implements AuthorRecords {
    private final JdbcClient jdbc;
    private final ObjectProvider<AuthorStrikes> strikes;

    AuthorHistory(JdbcClient jdbc, ObjectProvider<AuthorStrikes> strikes) {
        this.jdbc = jdbc;
        this.strikes = strikes;
    }

    @Override
    public Map<UUID, Evidence.History> of(Collection<Item> items) {
        var by = items.stream()
                .map(AuthorHistory::byline)
                .filter(Objects::nonNull)
                .toList();
        return by.isEmpty() ? Map.of() : histories(by);
    }

    private Map<UUID, Evidence.History> histories(List<Byline> by) {
        @Nullable AuthorStrikes known = strikes.getIfAvailable();
        @Nullable Map<AuthorStrikes.Known, Integer> standing = known == null
                ? null
                : known.standing(by.stream().map(Byline::author).distinct().toList());
        Map<UUID, Integer> own = known == null
                ? Map.of()
                : known.standingOf(by.stream().map(Byline::item).toList());
        var histories = new HashMap<UUID, Evidence.History>();
        jdbc.sql("""
                        SELECT this.id, this.source, this.author, past.items, past.first_seen, past.violations
                          FROM unnest(:items::uuid[], :sources::text[], :authors::text[]) AS this (id, source, author)
                         CROSS JOIN LATERAL (
                                SELECT count(*) AS items, min(other.submitted_at) AS first_seen,
                                       count(*) FILTER (WHERE EXISTS (
                                           SELECT FROM decision
                                            WHERE decision.item_id = other.id AND decision.state = 'EFFECTIVE'
                                              AND decision.outcome = 'VIOLATION')) AS violations
                                  FROM (SELECT id, submitted_at FROM item
                                         WHERE source = this.source AND author_external_id = this.author
                                           AND id <> this.id
                                         ORDER BY submitted_at DESC LIMIT 200) AS other) AS past
                        """)
                .param("items", by.stream().map(Byline::item).toArray(UUID[]::new))
                .param("sources", texts(by, AuthorStrikes.Known::source))
                .param("authors", texts(by, AuthorStrikes.Known::author))
                .query(row -> {
                    histories.put(row.getObject("id", UUID.class), history(row, standing, own));
                });
        return histories;
    }

    private static Evidence.History history(
            ResultSet row, @Nullable Map<AuthorStrikes.Known, Integer> standing, Map<UUID, Integer> own)
            throws SQLException {
        var author = new AuthorStrikes.Known(row.getString("source"), row.getString("author"));
        var firstSeen = row.getTimestamp("first_seen");
        return new Evidence.History(
                row.getInt("items"),
                row.getInt("violations"),
                standing == null
                        ? null
                        : standing.getOrDefault(author, 0) - own.getOrDefault(row.getObject("id", UUID.class), 0),
                firstSeen == null ? null : firstSeen.toInstant());
    }

    private static String[] texts(List<Byline> by, Function<AuthorStrikes.Known, String> part) {
        return by.stream().map(Byline::author).map(part).toArray(String[]::new);
    }

    private static @Nullable Byline byline(Item item) {
        return item.content() == null || item.content().author() == null
                ? null
                : new Byline(
                        item.id(),
                        new AuthorStrikes.Known(
                                item.source(), item.content().author().externalId()));
    }

    private record Byline(UUID item, AuthorStrikes.Known author) {}
}
