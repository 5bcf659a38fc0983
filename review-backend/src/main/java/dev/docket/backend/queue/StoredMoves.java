package dev.docket.backend.queue;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tasks moved by somebody who need not hold them. A trial task is for its person or nobody: it only ever goes back to
/// wait for that person.
@Repository
class StoredMoves {
    private final JdbcClient jdbc;

    StoredMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Prolongs a live lease to an instant.
    ///
    /// @return the lease's end; empty when the lease is not this person's live one
    Optional<Instant> hold(UUID task, UUID person, long lease, Instant until) {
        return jdbc.sql("""
                        UPDATE review_task SET leased_until = greatest(leased_until, :until)
                         WHERE id = :task AND state = 'CLAIMED' AND claimed_by = :person AND lease_number = :lease
                           AND leased_until > clock_timestamp()
                        RETURNING leased_until
                        """)
                .param("task", task)
                .param("person", person)
                .param("lease", lease)
                .param("until", Timestamp.from(until))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /// Takes a task from whoever holds it and puts it where it is wanted.
    ///
    /// @param queue null leaves it in its queue
    /// @param keptFor null for anybody
    /// @return who held it, if anybody did; empty when the task neither waits nor is held
    Optional<Taken> take(UUID task, @Nullable String queue, @Nullable UUID keptFor, Duration kept) {
        return jdbc.sql("""
                        WITH before AS MATERIALIZED (
                            SELECT id, claimed_by, queue_key FROM review_task
                             WHERE id = :task AND state IN ('OPEN', 'CLAIMED') FOR UPDATE)
                        UPDATE review_task AS task
                           SET state = 'OPEN', leased_until = NULL, claimed_by = NULL,
                               queue_key = coalesce(:queue::text, task.queue_key),
                               came_from = CASE WHEN coalesce(:queue::text, task.queue_key) <> task.queue_key
                                                THEN task.queue_key ELSE task.came_from END,
                               moved_at = clock_timestamp(),
                               reserved_for = CASE WHEN task.purpose = 'LIVE' THEN :keptFor::uuid ELSE task.reserved_for END,
                               reserved_until = CASE WHEN task.purpose = 'LIVE' AND :keptFor::uuid IS NOT NULL
                                                     THEN clock_timestamp() + make_interval(secs => :kept) END
                          FROM before WHERE task.id = before.id
                        RETURNING before.claimed_by, before.queue_key, task.queue_key AS now_in
                        """)
                .param("task", task)
                .param("queue", queue, java.sql.Types.VARCHAR)
                .param("keptFor", keptFor, java.sql.Types.OTHER)
                .param("kept", (double) kept.toSeconds())
                .query((row, number) -> new Taken(
                        row.getObject("claimed_by", UUID.class), row.getString("queue_key"), row.getString("now_in")))
                .optional();
    }

    /// What a person holds, or has kept for them, other than trial tasks.
    List<UUID> of(UUID person) {
        return jdbc.sql("""
                        SELECT id FROM review_task
                         WHERE purpose = 'LIVE'
                           AND (claimed_by = :person AND state = 'CLAIMED' OR reserved_for = :person AND state = 'OPEN')
                         ORDER BY deadline_at, id
                        """)
                .param("person", person)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Tasks of a policy's queues, other than trial tasks, with whoever holds them or has them kept.
    Map<UUID, UUID> heldIn(String policy) {
        var held = new LinkedHashMap<UUID, UUID>();
        jdbc.sql("""
                        SELECT id, coalesce(claimed_by, reserved_for) AS person FROM review_task
                         WHERE purpose = 'LIVE'
                           AND (queue_key = :policy OR starts_with(queue_key, :policy || '@'))
                           AND (state = 'CLAIMED' OR state = 'OPEN' AND reserved_for IS NOT NULL)
                        """).param("policy", policy).query(row -> {
            held.put(row.getObject("id", UUID.class), row.getObject("person", UUID.class));
        });
        return held;
    }

    /// Moves some of what waits in a queue, the most urgent first.
    ///
    /// @return how many went
    int drain(Drain drain, int most) {
        return jdbc.sql("""
                        WITH taken AS MATERIALIZED (
                            SELECT id FROM review_task
                             WHERE queue_key = :from AND state = 'OPEN'
                               AND (:language::text IS NULL OR language = :language::text)
                               AND (:olderThan::timestamptz IS NULL OR enqueued_at < :olderThan::timestamptz)
                             ORDER BY deadline_at, id LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE review_task AS task
                           SET queue_key = :to, came_from = :from, moved_at = clock_timestamp(),
                               reserved_for = CASE WHEN purpose = 'LIVE' THEN NULL ELSE reserved_for END,
                               reserved_until = NULL
                          FROM taken WHERE task.id = taken.id
                        """)
                .param("from", drain.from())
                .param("to", drain.to())
                .param("language", drain.language(), java.sql.Types.VARCHAR)
                .param(
                        "olderThan",
                        drain.olderThan() == null ? null : Timestamp.from(drain.olderThan()),
                        java.sql.Types.TIMESTAMP)
                .param("most", most)
                .update();
    }

    record Taken(@Nullable UUID holder, String from, String to) {}

    record Drain(
            String from,
            String to,
            @Nullable String language,
            @Nullable Instant olderThan) {}
}
