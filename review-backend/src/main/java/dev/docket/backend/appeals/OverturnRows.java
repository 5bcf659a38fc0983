package dev.docket.backend.appeals;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts decided appeals by what they were against.
@Repository
class OverturnRows {
    private final JdbcClient jdbc;

    OverturnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Count> overall(Instant from, Instant to) {
        return count("(VALUES ('all')) AS one (key)", from, to);
    }

    List<Count> byPolicy(Instant from, Instant to) {
        return count("unnest(appeal.policies) AS one (key)", from, to);
    }

    List<Count> byModel(Instant from, Instant to) {
        return count("unnest(appeal.model_versions) AS one (key)", from, to);
    }

    List<Count> byModerator(Instant from, Instant to) {
        return count("(VALUES (coalesce(appeal.first_decider::text, 'automation'))) AS one (key)", from, to);
    }

    /// @param keys a set of this class's own, each a FROM item over the appeal
    private List<Count> count(String keys, Instant from, Instant to) {
        return jdbc.sql("""
                        SELECT one.key, count(*) AS decided,
                               count(*) FILTER (WHERE outcome = 'OVERTURN') AS overturned,
                               count(*) FILTER (WHERE outcome = 'CHANGE') AS changed
                          FROM appeal CROSS JOIN LATERAL %s
                         WHERE state = 'DECIDED' AND decided_at >= :from AND decided_at < :to
                         GROUP BY one.key ORDER BY decided DESC, one.key LIMIT 500
                        """.formatted(keys))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new Count(
                        row.getString("key"),
                        row.getLong("decided"),
                        row.getLong("overturned"),
                        row.getLong("changed")))
                .list();
    }

    record Count(String key, long decided, long overturned, long changed) {}
}
