package dev.docket.backend.review;

import dev.docket.backend.intake.Item;
import dev.docket.backend.queue.AuthorRecords;
import dev.docket.dto.review.Evidence;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What an author posted before, and how often it was found in violation. The item at hand is left out, so that a
/// second reviewer learns nothing of a first decision on it.
@Repository
class AuthorHistory implements AuthorRecords {
    private final JdbcClient jdbc;
    private final ObjectProvider<AuthorStrikes> strikes;

    AuthorHistory(JdbcClient jdbc, ObjectProvider<AuthorStrikes> strikes) {
        this.jdbc = jdbc;
        this.strikes = strikes;
    }

    @Override
    public Evidence.History of(Item item) {
        if (item.content() == null || item.content().author() == null) {
            return Evidence.History.UNKNOWN;
        }
        return of(item.id(), item.source(), item.content().author().externalId());
    }

    private Evidence.History of(UUID item, String source, String author) {
        return jdbc.sql("""
                        SELECT count(*) AS items, min(other.submitted_at) AS first_seen,
                               count(*) FILTER (WHERE EXISTS (
                                   SELECT FROM decision
                                    WHERE decision.item_id = other.id AND decision.state = 'EFFECTIVE'
                                      AND decision.outcome = 'VIOLATION')) AS violations
                          FROM (SELECT id, submitted_at FROM item
                                 WHERE source = :source AND author_external_id = :author AND id <> :item
                                 ORDER BY submitted_at DESC LIMIT 200) AS other
                        """)
                .param("source", source)
                .param("author", author)
                .param("item", item)
                .query((row, number) -> {
                    var firstSeen = row.getTimestamp("first_seen");
                    return new Evidence.History(
                            row.getInt("items"),
                            row.getInt("violations"),
                            standing(source, author),
                            firstSeen == null ? null : firstSeen.toInstant());
                })
                .single();
    }

    private @Nullable Integer standing(String source, String author) {
        @Nullable AuthorStrikes known = strikes.getIfAvailable();
        return known == null ? null : (Integer) known.standing(source, author);
    }
}
