package dev.docket.backend.insights;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what was done. What nobody acts on, golden items and calibrations, is not the floor's work; of a person's own
/// it is, or counting would tell which of their items were golden.
@Repository
class StoredWork {
    private final JdbcClient jdbc;

    StoredWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Something counted in one part of a stretch.
    record Part(Instant at, long done, long came) {}

    /// How many of a queue's were so.
    record Share(String queue, long right, long of) {}

    List<Share> inTime(Stretch stretch) {
        return jdbc.sql("""
                        SELECT queue_key, count(*) FILTER (WHERE done_at <= deadline_at) AS in_time, count(*) AS done
                          FROM review_task
                         WHERE state = 'DONE' AND purpose = 'LIVE' AND done_at >= :from AND done_at < :to
                         GROUP BY queue_key ORDER BY done DESC, queue_key
                        """)
                .param("from", at(stretch.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(stretch.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) ->
                        new Share(row.getString("queue_key"), row.getLong("in_time"), row.getLong("done")))
                .list();
    }

    /// Done and come, part after part, those with nothing among them.
    List<Part> throughput(Stretch stretch) {
        return jdbc.sql("""
                        WITH part AS (
                            SELECT generate_series(date_trunc(:part, :from, 'UTC'), :to, ('1 ' || :part)::interval) AS at),
                        done AS (
                            SELECT date_trunc(:part, done_at, 'UTC') AS at, count(*) AS count FROM review_task
                             WHERE state = 'DONE' AND purpose = 'LIVE' AND done_at >= :from AND done_at < :to GROUP BY 1),
                        came AS (
                            SELECT date_trunc(:part, enqueued_at, 'UTC') AS at, count(*) AS count FROM review_task
                             WHERE purpose = 'LIVE' AND enqueued_at >= :from AND enqueued_at < :to GROUP BY 1)
                        SELECT part.at, coalesce(done.count, 0) AS done, coalesce(came.count, 0) AS came
                          FROM part LEFT JOIN done USING (at) LEFT JOIN came USING (at) ORDER BY part.at
                        """)
                .param("part", word(stretch))
                .param("from", at(stretch.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(stretch.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> new Part(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("done"),
                        row.getLong("came")))
                .list();
    }

    /// What one person decided, answers to trial tasks with it.
    List<Part> own(UUID person, Stretch stretch) {
        return jdbc.sql("""
                        WITH part AS (
                            SELECT generate_series(date_trunc(:part, :from, 'UTC'), :to, ('1 ' || :part)::interval) AS at),
                        done AS (
                            SELECT date_trunc(:part, at, 'UTC') AS at, count(*) AS count
                              FROM (SELECT decided_at AS at FROM decision
                                     WHERE person_id = :person AND state <> 'UNDONE'
                                       AND decided_at >= :from AND decided_at < :to
                                    UNION ALL
                                    SELECT answered_at FROM trial_answer
                                     WHERE person_id = :person AND undone_at IS NULL
                                       AND answered_at >= :from AND answered_at < :to) AS own
                             GROUP BY 1)
                        SELECT part.at, coalesce(done.count, 0) AS done FROM part LEFT JOIN done USING (at)
                         ORDER BY part.at
                        """)
                .param("person", person)
                .param("part", word(stretch))
                .param("from", at(stretch.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(stretch.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) ->
                        new Part(row.getObject("at", OffsetDateTime.class).toInstant(), row.getLong("done"), 0))
                .list();
    }

    /// Of the items that the machine sent to a queue, and not chance or a report, how many were found to break a policy
    /// by whoever looked first. A decision that waits for a blind second look is not counted yet.
    List<Share> violations(Stretch stretch) {
        return jdbc.sql("""
                        SELECT task.queue_key, count(*) FILTER (WHERE decision.outcome = 'VIOLATION') AS violated,
                               count(*) AS decided
                          FROM review_task AS task
                          JOIN decision ON decision.task_id = task.id AND decision.kind = 'FIRST'
                               AND decision.state IN ('EFFECTIVE', 'SUPERSEDED')
                               AND decision.outcome IN ('APPROVE', 'VIOLATION')
                         WHERE task.state = 'DONE' AND task.purpose = 'LIVE' AND task.kind = 'FIRST'
                           AND task.done_at >= :from AND task.done_at < :to
                           AND (SELECT route = 'REVIEW' AND sampling_probability IS NULL FROM assessment
                                 WHERE item_id = task.item_id ORDER BY assessed_at LIMIT 1)
                         GROUP BY task.queue_key ORDER BY decided DESC, task.queue_key
                        """)
                .param("from", at(stretch.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(stretch.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) ->
                        new Share(row.getString("queue_key"), row.getLong("violated"), row.getLong("decided")))
                .list();
    }

    /// What people's decisions took.
    ///
    /// @param queue a policy's key, `appeals` or `adjudication`; `all` for everything
    /// @param seconds the mean
    /// @param deviation of one decision
    record Spent(String queue, long of, double seconds, double deviation) {}

    /// Of decisions whose desk said how long they took, undone ones too: the time was spent. Half an hour is the most
    /// that one counts, since nobody knows who went for lunch.
    List<Spent> spent(Stretch stretch) {
        return jdbc.sql("""
                        WITH spent AS (
                            SELECT split_part(task.queue_key, '@', 1) AS queue,
                                   least(decision.elapsed_ms, 1800000) / 1000.0 AS seconds
                              FROM decision JOIN review_task AS task ON task.id = decision.task_id
                             WHERE decision.decided_at >= :from AND decision.decided_at < :to
                               AND decision.elapsed_ms IS NOT NULL AND decision.person_id IS NOT NULL)
                        SELECT coalesce(queue, 'all') AS queue, count(*) AS of, avg(seconds)::float8 AS mean,
                               coalesce(stddev_samp(seconds), 0)::float8 AS deviation
                          FROM spent GROUP BY GROUPING SETS ((), (queue)) HAVING count(*) > 0
                         ORDER BY GROUPING(queue) DESC, count(*) DESC, queue
                        """)
                .param("from", at(stretch.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(stretch.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> new Spent(
                        row.getString("queue"), row.getLong("of"), row.getDouble("mean"), row.getDouble("deviation")))
                .list();
    }

    /// Queue key to the minutes that a supervisor promised.
    Map<String, Double> targets() {
        var targets = new HashMap<String, Double>();
        jdbc.sql("SELECT queue_key, minutes FROM queue_target").query(row -> {
            targets.put(row.getString("queue_key"), row.getDouble("minutes"));
        });
        return targets;
    }

    private static String word(Stretch stretch) {
        return switch (stretch.part()) {
            case HOURS -> "hour";
            default -> "day";
        };
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
