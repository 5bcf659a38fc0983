package dev.docket.backend.release;

import dev.docket.dto.quality.Estimate;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How long models take beside the champion.
@Repository
class StoredLatency {
    private final JdbcClient jdbc;

    StoredLatency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param ratio times as long as the champion
    record Measured(Estimate ratio, int rounds) {}

    Optional<Measured> find(String version, String champion) {
        return jdbc.sql("""
                        SELECT ratio, low, high, rounds FROM model_latency
                         WHERE version = :version AND champion = :champion
                        """)
                .param("version", version)
                .param("champion", champion)
                .query((row, number) -> new Measured(
                        new Estimate(row.getDouble("ratio"), row.getDouble("low"), row.getDouble("high")),
                        row.getInt("rounds")))
                .optional();
    }

    void keep(String version, String champion, Measured measured, Instant at) {
        jdbc.sql("""
                        INSERT INTO model_latency (version, champion, ratio, low, high, rounds, measured_at)
                        VALUES (:version, :champion, :ratio, :low, :high, :rounds, :at)
                        ON CONFLICT (version, champion) DO UPDATE
                        SET ratio = excluded.ratio, low = excluded.low, high = excluded.high, rounds = excluded.rounds,
                            measured_at = excluded.measured_at
                        """)
                .param("version", version)
                .param("champion", champion)
                .param("ratio", measured.ratio().value())
                .param("low", measured.ratio().low())
                .param("high", measured.ratio().high())
                .param("rounds", measured.rounds())
                .param("at", Timestamp.from(at))
                .update();
    }
}
