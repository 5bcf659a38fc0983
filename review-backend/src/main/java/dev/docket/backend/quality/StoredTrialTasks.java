package dev.docket.backend.quality;

import java.sql.Types;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which tasks carry golden items and calibrations, and whose turn it is.
@Repository
class StoredTrialTasks {
    /// One floor at a time deals out golden items.
    private static final long DEALING_LOCK = 0x446f636b6574476fL;

    private final JdbcClient jdbc;

    StoredTrialTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID task, UUID item, UUID person, @Nullable UUID golden, @Nullable UUID calibration) {
        jdbc.sql("""
                        INSERT INTO trial_task (task_id, item_id, person_id, golden_id, calibration_id)
                        VALUES (:task, :item, :person, :golden, :calibration)
                        """)
                .param("task", task)
                .param("item", item)
                .param("person", person)
                .param("golden", golden, Types.OTHER)
                .param("calibration", calibration, Types.OTHER)
                .update();
    }

    /// Tasks of a golden item that still wait.
    List<UUID> waitingOf(UUID golden) {
        return jdbc.sql("""
                        SELECT task_id FROM trial_task JOIN review_task ON review_task.id = task_id
                         WHERE golden_id = :golden AND review_task.state = 'OPEN'
                        """)
                .param("golden", golden)
                .query((row, number) -> row.getObject("task_id", UUID.class))
                .list();
    }

    /// Golden tasks that wait for somebody.
    List<UUID> waitingFor(UUID person) {
        return jdbc.sql("""
                        SELECT task_id FROM trial_task JOIN review_task ON review_task.id = task_id
                         WHERE person_id = :person AND golden_id IS NOT NULL AND review_task.state = 'OPEN'
                        """)
                .param("person", person)
                .query((row, number) -> row.getObject("task_id", UUID.class))
                .list();
    }

    /// Golden tasks that nobody came for in so long.
    List<UUID> waitingLongerThan(Duration age) {
        return jdbc.sql("""
                        SELECT task_id FROM review_task JOIN trial_task ON task_id = review_task.id
                         WHERE review_task.state = 'OPEN' AND review_task.purpose = 'GOLDEN'
                           AND made_at < clock_timestamp() - make_interval(secs => :age)
                        """)
                .param("age", (double) age.toSeconds())
                .query((row, number) -> row.getObject("task_id", UUID.class))
                .list();
    }

    /// @return whether no other floor deals now; holds until the transaction ends
    boolean deal() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", DEALING_LOCK)
                .query(Boolean.class)
                .single();
    }

    /// Who decided anything since their decisions were last counted and has no golden task
    /// open. Counts them as counted: the caller draws for each.
    List<Turn> turns() {
        return jdbc.sql("""
                        WITH since AS (
                            SELECT person.id, greatest(coalesce(turn.counted_until, '-infinity'),
                                                       clock_timestamp() - interval '1 hour') AS at
                              FROM person LEFT JOIN golden_turn AS turn ON turn.person_id = person.id
                             WHERE person.disabled_at IS NULL
                               AND NOT EXISTS (SELECT FROM review_task AS task
                                                WHERE task.reserved_for = person.id AND task.purpose = 'GOLDEN'
                                                  AND task.state IN ('OPEN', 'CLAIMED'))),
                        counted AS (
                            SELECT since.id, count(*) AS decisions, max(decision.decided_at) AS until,
                                   array_agg(DISTINCT task.queue_key) AS queues
                              FROM since
                              JOIN decision ON decision.person_id = since.id AND decision.decided_at > since.at
                                           AND decision.kind IN ('FIRST', 'SECOND')
                              JOIN review_task AS task ON task.id = decision.task_id
                             GROUP BY since.id),
                        noted AS (
                            INSERT INTO golden_turn (person_id, counted_until) SELECT id, until FROM counted
                            ON CONFLICT (person_id) DO UPDATE SET counted_until = excluded.counted_until)
                        SELECT id, decisions, queues FROM counted
                        """)
                .query((row, number) ->
                        new Turn(row.getObject("id", UUID.class), row.getInt("decisions"), Arrays.asList((String[])
                                row.getArray("queues").getArray())))
                .list();
    }

    /// What somebody did since their last turn.
    ///
    /// @param queues they worked in
    record Turn(UUID person, int decisions, List<String> queues) {}
}
