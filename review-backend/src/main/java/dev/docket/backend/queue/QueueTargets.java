package dev.docket.backend.queue;

import dev.docket.backend.platform.Remembered;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How long tasks of a queue may wait at most, where a supervisor has set that. Severity still makes tasks wait less.
/// Read again every second, as policies are.
@Repository
class QueueTargets {
    private final JdbcClient jdbc;
    private final Remembered<Map<String, Integer>> known = new Remembered<>(Duration.ofSeconds(1), this::read);

    QueueTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Queue key to minutes; absent where severity alone decides.
    Map<String, Integer> all() {
        return known.get();
    }

    /// The slack that severity, probability and reach give, cut to what the queue promises.
    long cut(String queue, long slackSeconds) {
        @Nullable Integer minutes = all().get(queue);
        return minutes == null ? slackSeconds : Math.min(slackSeconds, minutes * 60L);
    }

    void set(String queue, int minutes, UUID by) {
        jdbc.sql("""
                        INSERT INTO queue_target (queue_key, minutes, changed_by) VALUES (:queue, :minutes, :by)
                        ON CONFLICT (queue_key) DO UPDATE
                           SET minutes = excluded.minutes, changed_by = excluded.changed_by,
                               changed_at = clock_timestamp()
                        """)
                .param("queue", queue)
                .param("minutes", minutes)
                .param("by", by)
                .update();
        known.forget();
    }

    void clear(String queue) {
        jdbc.sql("DELETE FROM queue_target WHERE queue_key = :queue")
                .param("queue", queue)
                .update();
        known.forget();
    }

    private Map<String, Integer> read() {
        var targets = new HashMap<String, Integer>();
        jdbc.sql("SELECT queue_key, minutes FROM queue_target").query(row -> {
            targets.put(row.getString("queue_key"), row.getInt("minutes"));
        });
        return targets;
    }
}
