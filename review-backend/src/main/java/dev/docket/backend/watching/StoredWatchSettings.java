package dev.docket.backend.watching;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Settings, each from its time on.
@Repository
class StoredWatchSettings {
    private final JdbcClient jdbc;

    StoredWatchSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Setting(Instant at, double hiddenShare, double exploredShare) {}

    /// The newest first.
    List<Setting> all() {
        return jdbc.sql("SELECT set_at, hidden_share, explored_share FROM watch_setting ORDER BY set_at DESC")
                .query((row, number) -> new Setting(
                        row.getTimestamp("set_at").toInstant(),
                        row.getDouble("hidden_share"),
                        row.getDouble("explored_share")))
                .list();
    }

    /// For tasks that are made in two seconds or later, by the clock that dates them: by then every floor knows.
    void add(double hiddenShare, double exploredShare, @Nullable UUID by) {
        jdbc.sql("INSERT INTO watch_salt DEFAULT VALUES ON CONFLICT DO NOTHING").update();
        jdbc.sql("INSERT INTO watch_setting VALUES (clock_timestamp() + interval '2 seconds', :hidden, :explored, :by)")
                .param("hidden", hiddenShare)
                .param("explored", exploredShare)
                .param("by", by, Types.OTHER)
                .update();
    }

    Optional<UUID> salt() {
        return jdbc.sql("SELECT salt FROM watch_salt")
                .query((row, number) -> row.getObject("salt", UUID.class))
                .optional();
    }

    Optional<Instant> madeAt(UUID task) {
        return jdbc.sql("SELECT enqueued_at FROM review_task WHERE id = :task AND kind IN ('FIRST', 'SECOND')")
                .param("task", task)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
