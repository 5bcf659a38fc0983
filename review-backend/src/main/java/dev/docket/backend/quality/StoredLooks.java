package dev.docket.backend.quality;

import dev.docket.dto.review.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads looks that met: first and second looks and trial answers at items that two people or
/// more looked at, each person's first look at an item. Who adjudicates or decides an appeal
/// knows what others found, and is no rater but the truth; who could not decide said nothing.
@Repository
class StoredLooks {
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredLooks(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param from inclusive
    /// @param to exclusive
    List<Look> met(Instant from, Instant to) {
        return jdbc.sql("""
                        WITH look AS MATERIALIZED (
                            SELECT DISTINCT ON (item_id, person_id) item_id, person_id, violations, at
                              FROM (SELECT item_id, person_id, violations, decided_at AS at
                                      FROM decision
                                     WHERE kind IN ('FIRST', 'SECOND') AND outcome IN ('APPROVE', 'VIOLATION')
                                       AND state <> 'UNDONE' AND person_id IS NOT NULL
                                       AND decided_at >= :from AND decided_at < :to
                                    UNION ALL
                                    SELECT item_id, person_id, violations, answered_at
                                      FROM trial_answer
                                     WHERE undone_at IS NULL AND outcome <> 'CANNOT_DECIDE'
                                       AND answered_at >= :from AND answered_at < :to) AS said
                             ORDER BY item_id, person_id, at),
                        met AS (SELECT item_id FROM look GROUP BY item_id HAVING count(*) > 1)
                        SELECT item_id, person_id, violations FROM look JOIN met USING (item_id)
                         ORDER BY item_id, at, person_id
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> look(row))
                .list();
    }

    /// Those of one calibration, met or not.
    List<Look> ofCalibration(UUID calibration) {
        return jdbc.sql("""
                        SELECT answer.item_id, answer.person_id, answer.violations
                          FROM trial_answer AS answer JOIN trial_task AS task USING (task_id)
                         WHERE task.calibration_id = :calibration AND answer.undone_at IS NULL
                           AND answer.outcome <> 'CANNOT_DECIDE'
                         ORDER BY answer.item_id, answer.answered_at, answer.person_id
                        """)
                .param("calibration", calibration)
                .query((row, number) -> look(row))
                .list();
    }

    private Look look(ResultSet row) throws SQLException {
        return new Look(
                row.getObject("item_id", UUID.class),
                row.getObject("person_id", UUID.class),
                json.readValue(row.getString("violations"), VIOLATIONS).stream()
                        .map(Violation::policy)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
