package dev.docket.backend.quality;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Calibrations and how far they are.
@Repository
class StoredCalibrations {
    private static final String SELECT = """
            SELECT id, name, made_by, made_at,
                   (SELECT count(DISTINCT item_id) FROM trial_task WHERE calibration_id = calibration.id) AS items
              FROM calibration
            """;

    private final JdbcClient jdbc;

    StoredCalibrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, String name, UUID by, Instant now) {
        jdbc.sql("INSERT INTO calibration (id, name, made_by, made_at) VALUES (:id, :name, :by, :now)")
                .param("id", id)
                .param("name", name)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Calibration> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new Calibration(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("made_by", UUID.class),
                        row.getTimestamp("made_at").toInstant(),
                        row.getInt("items")))
                .optional();
    }

    /// The newest first.
    List<UUID> page(@Nullable UUID before, int limit) {
        return jdbc.sql("""
                        SELECT id FROM calibration WHERE :before::uuid IS NULL OR id < :before
                         ORDER BY id DESC LIMIT :limit
                        """)
                .param("before", before, java.sql.Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Who has answered how much, and how often what is settled: by the golden item, or else by a supervisor or an
    /// appeal.
    List<Progress> progress(UUID calibration) {
        return jdbc.sql("""
                        SELECT task.person_id, count(*) AS tasks, count(answer.id) AS answered,
                               count(*) FILTER (WHERE answer.outcome <> 'CANNOT_DECIDE' AND truth.outcome IS NOT NULL)
                                   AS judged,
                               count(*) FILTER (WHERE answer.outcome = truth.outcome
                                   AND ARRAY(SELECT DISTINCT found ->> 'policy'
                                               FROM jsonb_array_elements(answer.violations) AS found ORDER BY 1)
                                     = ARRAY(SELECT DISTINCT settled ->> 'policy'
                                               FROM jsonb_array_elements(truth.violations) AS settled ORDER BY 1))
                                   AS "right"
                          FROM trial_task AS task
                          LEFT JOIN trial_answer AS answer
                                 ON answer.task_id = task.task_id AND answer.undone_at IS NULL
                          LEFT JOIN LATERAL (
                                SELECT outcome, violations FROM (
                                    SELECT outcome, violations, 1 AS rank, made_at AS at FROM golden_item
                                     WHERE item_id = task.item_id AND retired_at IS NULL
                                    UNION ALL
                                    SELECT outcome, violations, 2, decided_at FROM decision
                                     WHERE item_id = task.item_id AND kind IN ('ADJUDICATION', 'APPEAL')
                                       AND outcome IN ('APPROVE', 'VIOLATION') AND state = 'EFFECTIVE') AS settled
                                 ORDER BY rank, at DESC LIMIT 1) AS truth ON true
                         WHERE task.calibration_id = :calibration
                         GROUP BY task.person_id ORDER BY task.person_id
                        """)
                .param("calibration", calibration)
                .query((row, number) -> new Progress(
                        row.getObject("person_id", UUID.class),
                        row.getInt("answered"),
                        row.getInt("tasks"),
                        row.getInt("judged"),
                        row.getInt("right")))
                .list();
    }

    /// Those of `items` that the person had to do with before.
    Set<UUID> knownTo(UUID person, Collection<UUID> items) {
        return jdbc
                .sql("""
                        SELECT item_id FROM decision WHERE person_id = :person AND item_id = ANY(:items::uuid[])
                        UNION
                        SELECT item_id FROM trial_task WHERE person_id = :person AND item_id = ANY(:items::uuid[])
                        """)
                .param("person", person)
                .param("items", items.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> row.getObject("item_id", UUID.class))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    record Calibration(UUID id, String name, UUID by, Instant at, int items) {}

    record Progress(UUID person, int answered, int of, int judged, int right) {}
}
