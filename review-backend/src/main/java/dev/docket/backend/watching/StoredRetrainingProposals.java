package dev.docket.backend.watching;

import dev.docket.backend.platform.Sentence;
import dev.docket.dto.Phrase;
import dev.docket.dto.models.DriftView.Proposal;
import dev.docket.dto.quality.PersonName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Proposals to retrain in their table.
@Repository
class StoredRetrainingProposals {
    private static final TypeReference<List<String>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<Phrase>> SAID = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT p.id, p.model_version, p.reasons, p.said, p.raised_at, p.settled_by, p.settled_at, person.display_name
              FROM retraining_proposal AS p LEFT JOIN person ON person.id = p.settled_by
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredRetrainingProposals(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @return the open one's id; `id` where it is new
    UUID raise(UUID id, String version, List<Sentence> reasons, Instant now) {
        return jdbc.sql("""
                        INSERT INTO retraining_proposal (id, model_version, reasons, said, raised_at)
                        VALUES (:id, :version, :reasons::jsonb, :said::jsonb, :now)
                        ON CONFLICT (model_version) WHERE settled_at IS NULL
                        DO UPDATE SET reasons = excluded.reasons, said = excluded.said
                        RETURNING id
                        """)
                .param("id", id)
                .param("version", version)
                .param(
                        "reasons",
                        json.writeValueAsString(
                                reasons.stream().map(Sentence::english).toList()))
                .param(
                        "said",
                        json.writeValueAsString(
                                reasons.stream().map(Sentence::phrase).toList()))
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
    }

    boolean settle(UUID id, UUID by, Instant now) {
        return jdbc.sql("""
                        UPDATE retraining_proposal SET settled_by = :by, settled_at = :now
                         WHERE id = :id AND settled_at IS NULL
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<Proposal> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE p.id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    List<Proposal> newest(int most) {
        return jdbc.sql(SELECT + " ORDER BY p.raised_at DESC LIMIT :most")
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    private Proposal read(ResultSet row) throws SQLException {
        @Nullable UUID by = row.getObject("settled_by", UUID.class);
        @Nullable Timestamp at = row.getTimestamp("settled_at");
        @Nullable String said = row.getString("said");
        @Nullable String name = row.getString("display_name");
        return new Proposal(
                row.getObject("id", UUID.class).toString(),
                row.getString("model_version"),
                json.readValue(row.getString("reasons"), REASONS),
                said == null ? null : json.readValue(said, SAID),
                row.getTimestamp("raised_at").toInstant(),
                by == null ? null : new PersonName(by.toString(), name == null ? "" : name),
                at == null ? null : at.toInstant());
    }
}
