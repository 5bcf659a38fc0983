package dev.docket.backend.queue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Trial tasks in the queue's table.
@Repository
class StoredTrials {
    private final JdbcClient jdbc;

    StoredTrials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How the item's first look waited.
    Optional<FirstLook> firstLook(UUID item) {
        return jdbc.sql("""
                        SELECT queue_key, language, severity, probability, reason FROM review_task
                         WHERE item_id = :item AND purpose = 'LIVE' AND kind = 'FIRST'
                         ORDER BY round, enqueued_at LIMIT 1
                        """)
                .param("item", item)
                .query((row, number) -> new FirstLook(
                        row.getString("queue_key"),
                        row.getString("language"),
                        row.getInt("severity"),
                        row.getDouble("probability"),
                        row.getString("reason")))
                .optional();
    }

    /// Enqueues behind a task drawn from the head of the queue, by less than a second; with
    /// none there, as any new task.
    ///
    /// When it was enqueued follows from the deadline and the slack, as for any task: a
    /// deadline without the slack that goes with it would tell the two apart.
    ///
    /// @param within how many heads are drawn from
    /// @return whether a task was made
    boolean offer(NewTrial trial, int within) {
        return jdbc.sql("""
                        WITH head AS (
                            SELECT deadline_at FROM review_task
                             WHERE queue_key = :queue AND state = 'OPEN' AND purpose = 'LIVE' AND reserved_for IS NULL
                             ORDER BY deadline_at, id LIMIT :within),
                        drawn AS (SELECT deadline_at FROM head ORDER BY random() LIMIT 1),
                        enqueued AS (
                            SELECT least(clock_timestamp(),
                                         (SELECT deadline_at + random() * interval '900 ms' FROM drawn)
                                         - make_interval(secs => :slack)) AS at)
                        INSERT INTO review_task (id, item_id, kind, round, queue_key, language, severity, probability,
                                                 enqueued_at, deadline_at, reason, purpose, reserved_for)
                        SELECT :id, :item, 'FIRST', 1, :queue, :language, :severity, :probability,
                               at, at + make_interval(secs => :slack), :reason, :purpose, :person
                          FROM enqueued
                        ON CONFLICT (item_id, reserved_for) WHERE state IN ('OPEN', 'CLAIMED') AND purpose <> 'LIVE'
                        DO NOTHING
                        """)
                        .param("id", trial.id())
                        .param("item", trial.item())
                        .param("queue", trial.look().queue())
                        .param("language", trial.look().language())
                        .param("severity", trial.look().severity())
                        .param("probability", trial.look().probability())
                        .param("reason", trial.look().reason())
                        .param("slack", (double) trial.slackSeconds())
                        .param("purpose", trial.purpose().name())
                        .param("person", trial.person())
                        .param("within", within)
                        .update()
                == 1;
    }

    /// @return the queues they waited in, one entry a task
    List<String> withdraw(Collection<UUID> tasks) {
        return jdbc.sql("""
                        UPDATE review_task SET state = 'CANCELLED'
                         WHERE id = ANY(:tasks::uuid[]) AND state = 'OPEN' AND purpose <> 'LIVE'
                        RETURNING queue_key
                        """)
                .param("tasks", tasks.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> row.getString("queue_key"))
                .list();
    }

    /// The person's trial task on the item that they hold now.
    Optional<UUID> heldBy(UUID person, UUID item) {
        return jdbc.sql("""
                        SELECT id FROM review_task
                         WHERE item_id = :item AND reserved_for = :person AND purpose <> 'LIVE' AND state = 'CLAIMED'
                        """)
                .param("item", item)
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    /// What a task says of its item's first look.
    record FirstLook(String queue, String language, int severity, double probability, String reason) {
        FirstLook in(String other) {
            return new FirstLook(other, language, severity, probability, reason);
        }
    }

    /// A trial task to be.
    record NewTrial(UUID id, UUID item, UUID person, Purpose purpose, FirstLook look, long slackSeconds) {}
}
