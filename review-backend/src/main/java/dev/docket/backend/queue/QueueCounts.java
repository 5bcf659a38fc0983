package dev.docket.backend.queue;

import dev.docket.backend.platform.Remembered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How much waits in each queue.
///
/// A queue is counted by walking its stretch of the index, but never further than [#FRONT] tasks: every desk asks
/// for these figures whenever something changes, and a queue of a million must not make that slow. What is longer
/// is counted in full once in a while, and for all who ask.
@Repository
class QueueCounts {
    private static final int FRONT = 1_000;
    private static final Duration FULL_COUNT_AFTER = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Remembered<Map<String, QueueCount>> full = new Remembered<>(FULL_COUNT_AFTER, this::countAll);

    QueueCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return queue key to its figures, for every queue asked for
    Map<String, QueueCount> of(Collection<String> queues) {
        var counts = new HashMap<String, QueueCount>();
        fronts(queues).forEach(front -> counts.put(front.key(), front.waiting() < FRONT ? front : deep(front)));
        return counts;
    }

    private List<QueueCount> fronts(Collection<String> queues) {
        return jdbc.sql("""
                        SELECT queue.key, front.*, coalesce(held.leased, 0) AS leased
                          FROM unnest(:queues::text[]) AS queue (key)
                         CROSS JOIN LATERAL (
                                SELECT count(*) AS waiting, min(enqueued_at) AS oldest, min(deadline_at) AS next_due,
                                       count(*) FILTER (WHERE deadline_at <= now()) AS late,
                                       count(*) FILTER (WHERE deadline_at <= now() + interval '15 minutes') AS at_risk
                                  FROM (SELECT enqueued_at, deadline_at FROM review_task
                                         WHERE queue_key = queue.key AND state = 'OPEN'
                                         ORDER BY deadline_at, id LIMIT :front) AS task) AS front
                          LEFT JOIN (SELECT queue_key, count(*) AS leased FROM review_task
                                      WHERE state = 'CLAIMED' GROUP BY queue_key) AS held ON held.queue_key = queue.key
                        """)
                .param("queues", queues.toArray(String[]::new))
                .param("front", FRONT)
                .query((row, number) -> read(row))
                .list();
    }

    /// The front of a long queue says what is due next; the full count says the rest.
    private QueueCount deep(QueueCount front) {
        @Nullable QueueCount counted = full.get().get(front.key());
        if (counted == null || counted.waiting() < front.waiting()) {
            return front;
        }
        return new QueueCount(
                front.key(),
                counted.waiting(),
                front.leased(),
                counted.oldestAt(),
                front.nextDueAt(),
                front.late() < FRONT ? front.late() : counted.late(),
                front.atRisk() < FRONT ? front.atRisk() : counted.atRisk());
    }

    private Map<String, QueueCount> countAll() {
        var counts = new HashMap<String, QueueCount>();
        jdbc.sql("""
                        SELECT queue_key AS key, count(*) AS waiting, min(enqueued_at) AS oldest,
                               min(deadline_at) AS next_due,
                               count(*) FILTER (WHERE deadline_at <= now()) AS late,
                               count(*) FILTER (WHERE deadline_at <= now() + interval '15 minutes') AS at_risk,
                               0 AS leased
                          FROM review_task WHERE state = 'OPEN' GROUP BY queue_key
                        """).query((row, number) -> read(row)).list().forEach(count -> counts.put(count.key(), count));
        return counts;
    }

    private static QueueCount read(ResultSet row) throws SQLException {
        return new QueueCount(
                row.getString("key"),
                row.getLong("waiting"),
                row.getLong("leased"),
                instant(row, "oldest"),
                instant(row, "next_due"),
                row.getLong("late"),
                row.getLong("at_risk"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /// @param late waiting past their deadline
    /// @param atRisk those, and what is due within fifteen minutes
    record QueueCount(
            String key,
            long waiting,
            long leased,
            @Nullable Instant oldestAt,
            @Nullable Instant nextDueAt,
            long late,
            long atRisk) {}
}
