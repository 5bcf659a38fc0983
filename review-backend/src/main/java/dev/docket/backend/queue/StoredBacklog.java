package dev.docket.backend.queue;

import dev.docket.backend.queue.Backlog.Waiting;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Waiting first looks, in their table.
@Repository
class StoredBacklog {
    private final JdbcClient jdbc;

    StoredBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM review_task WHERE state = 'OPEN' AND kind = 'FIRST' AND purpose = 'LIVE'")
                .query(Long.class)
                .single();
    }

    List<Waiting> page(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                        SELECT id, item_id FROM review_task
                         WHERE state = 'OPEN' AND kind = 'FIRST' AND purpose = 'LIVE'
                           AND (:after::uuid IS NULL OR id > :after)
                         ORDER BY id LIMIT :limit
                        """)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, number) ->
                        new Waiting(row.getObject("id", UUID.class), row.getObject("item_id", UUID.class)))
                .list();
    }

    Optional<Place> find(UUID task) {
        return jdbc.sql("SELECT item_id, queue_key FROM review_task WHERE id = :task AND state = 'OPEN'")
                .param("task", task)
                .query((row, number) -> new Place(row.getObject("item_id", UUID.class), row.getString("queue_key")))
                .optional();
    }

    record Place(UUID item, String queue) {}

    boolean move(UUID task, int severity, double probability, long slackSeconds, boolean onlySooner) {
        return jdbc.sql("""
                        UPDATE review_task
                           SET severity = CASE WHEN :onlySooner THEN greatest(severity, :severity) ELSE :severity END,
                               probability = CASE WHEN :onlySooner THEN greatest(probability, :probability)
                                                  ELSE :probability END,
                               deadline_at = CASE WHEN :onlySooner
                                    THEN least(deadline_at, enqueued_at + make_interval(secs => :slack))
                                    ELSE enqueued_at + make_interval(secs => :slack) END
                         WHERE id = :task AND state = 'OPEN' AND kind = 'FIRST' AND purpose = 'LIVE'
                        """)
                        .param("task", task)
                        .param("severity", severity)
                        .param("probability", probability)
                        .param("slack", (double) slackSeconds)
                        .param("onlySooner", onlySooner)
                        .update()
                == 1;
    }
}
