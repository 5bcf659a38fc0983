package dev.docket.backend.watching;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When a job of a kind was last asked for, on whatever floor.
@Repository
class StoredTurns {
    private final JdbcClient jdbc;

    StoredTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isDue(String kind, Duration every) {
        return jdbc.sql("""
                        SELECT NOT EXISTS (SELECT FROM job WHERE kind = :kind
                                              AND created_at > clock_timestamp() - make_interval(secs => :seconds))
                        """)
                .param("kind", kind)
                .param("seconds", (double) every.toSeconds())
                .query(Boolean.class)
                .single();
    }
}
