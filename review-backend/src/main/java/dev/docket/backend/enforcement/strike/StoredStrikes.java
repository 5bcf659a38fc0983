package dev.docket.backend.enforcement.strike;

import dev.docket.backend.review.AuthorStrikes;
import dev.docket.dto.enforcement.StrikeView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Strikes in their table. What lapsed stays there, and no longer counts.
@Repository
class StoredStrikes {
    private final JdbcClient jdbc;

    StoredStrikes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Gives a strike. Where the decision took the place of another, it counts from the time of that one:
    /// looking at a violation again must not prolong it.
    void give(NewStrike strike) {
        jdbc.sql("""
                        INSERT INTO strike (decision_id, item_id, source, author, severity, points, given_at, lapses_at)
                        SELECT :decision, :item, :source, :author, :severity, :points, start.at,
                               start.at + make_interval(secs => :lapse)
                          FROM (SELECT coalesce((SELECT min(given_at) FROM strike WHERE returned_by = :decision),
                                                :at) AS at) AS start
                        ON CONFLICT (decision_id) DO NOTHING
                        """)
                .param("decision", strike.decision())
                .param("item", strike.item())
                .param("source", strike.author().source())
                .param("author", strike.author().id())
                .param("severity", strike.severity())
                .param("points", strike.points())
                .param("lapse", (double) strike.lapse().toSeconds())
                .param("at", Timestamp.from(strike.at()))
                .update();
    }

    /// @param by the decision that took the place
    Optional<Author> giveBack(UUID decision, UUID by) {
        return jdbc.sql("""
                        UPDATE strike SET returned_at = clock_timestamp(), returned_by = :by
                         WHERE decision_id = :decision AND returned_at IS NULL RETURNING source, author
                        """)
                .param("decision", decision)
                .param("by", by)
                .query((row, number) -> new Author(row.getString("source"), row.getString("author")))
                .optional();
    }

    int standing(Author author) {
        return jdbc.sql("""
                        SELECT coalesce(sum(points), 0) FROM strike
                         WHERE source = :source AND author = :author AND returned_at IS NULL
                           AND lapses_at > clock_timestamp()
                        """)
                .param("source", author.source())
                .param("author", author.id())
                .query(Integer.class)
                .single();
    }

    Map<AuthorStrikes.Known, Integer> standing(Collection<AuthorStrikes.Known> authors) {
        return jdbc
                .sql("""
                        SELECT source, author, sum(points) AS points FROM strike
                         WHERE (source, author) IN (SELECT * FROM unnest(:sources::text[], :authors::text[]))
                           AND returned_at IS NULL AND lapses_at > clock_timestamp()
                         GROUP BY source, author
                        """)
                .param(
                        "sources",
                        authors.stream().map(AuthorStrikes.Known::source).toArray(String[]::new))
                .param(
                        "authors",
                        authors.stream().map(AuthorStrikes.Known::author).toArray(String[]::new))
                .query((row, number) -> Map.entry(
                        new AuthorStrikes.Known(row.getString("source"), row.getString("author")),
                        row.getInt("points")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<UUID, Integer> standingOf(Collection<UUID> items) {
        return jdbc
                .sql("""
                        SELECT item_id, sum(points) AS points FROM strike
                         WHERE item_id = ANY(:items::uuid[]) AND returned_at IS NULL AND lapses_at > clock_timestamp()
                         GROUP BY item_id
                        """)
                .param("items", items.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("item_id", UUID.class), row.getInt("points")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<StrikeView> of(Author author, int most) {
        return jdbc.sql("""
                        SELECT decision_id, item_id, severity, points, given_at, lapses_at, returned_at FROM strike
                         WHERE source = :source AND author = :author ORDER BY given_at DESC, decision_id LIMIT :most
                        """)
                .param("source", author.source())
                .param("author", author.id())
                .param("most", most)
                .query((row, number) -> view(row))
                .list();
    }

    private static StrikeView view(ResultSet row) throws SQLException {
        @Nullable Timestamp returned = row.getTimestamp("returned_at");
        return new StrikeView(
                row.getString("decision_id"),
                row.getString("item_id"),
                row.getInt("severity"),
                row.getInt("points"),
                row.getTimestamp("given_at").toInstant(),
                row.getTimestamp("lapses_at").toInstant(),
                returned == null ? null : returned.toInstant());
    }

    /// @param at when the decision took effect
    record NewStrike(UUID decision, UUID item, Author author, int severity, int points, Duration lapse, Instant at) {}
}
