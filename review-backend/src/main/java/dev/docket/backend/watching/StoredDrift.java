package dev.docket.backend.watching;

import dev.docket.dto.models.DriftView.Measure;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// References and measurements.
@Repository
class StoredDrift {
    private static final TypeReference<List<Measure>> MEASURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredDrift(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Reference(Instant from, Instant to, Cells cells) {}

    record Measured(Instant at, Instant from, Instant to, List<Measure> measures) {}

    Optional<Reference> reference(String version) {
        return jdbc.sql("SELECT from_at, to_at, cells FROM model_reference WHERE version = :version")
                .param("version", version)
                .query((row, number) -> new Reference(
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("to_at").toInstant(),
                        json.readValue(row.getString("cells"), Cells.class)))
                .optional();
    }

    void keep(String version, Reference reference, Instant at) {
        jdbc.sql("""
                        INSERT INTO model_reference (version, from_at, to_at, cells, made_at)
                        VALUES (:version, :from, :to, :cells::jsonb, :at) ON CONFLICT (version) DO NOTHING
                        """)
                .param("version", version)
                .param("from", Timestamp.from(reference.from()))
                .param("to", Timestamp.from(reference.to()))
                .param("cells", json.writeValueAsString(reference.cells()))
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Measured> measured(String version) {
        return jdbc.sql("SELECT measured_at, from_at, to_at, measures FROM model_drift WHERE version = :version")
                .param("version", version)
                .query((row, number) -> new Measured(
                        row.getTimestamp("measured_at").toInstant(),
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("to_at").toInstant(),
                        json.readValue(row.getString("measures"), MEASURES)))
                .optional();
    }

    void keep(String version, Measured measured) {
        jdbc.sql("""
                        INSERT INTO model_drift (version, measured_at, from_at, to_at, measures)
                        VALUES (:version, :at, :from, :to, :measures::jsonb)
                        ON CONFLICT (version) DO UPDATE
                        SET measured_at = excluded.measured_at, from_at = excluded.from_at, to_at = excluded.to_at,
                            measures = excluded.measures
                        """)
                .param("version", version)
                .param("at", Timestamp.from(measured.at()))
                .param("from", Timestamp.from(measured.from()))
                .param("to", Timestamp.from(measured.to()))
                .param("measures", json.writeValueAsString(measured.measures()))
                .update();
    }
}
