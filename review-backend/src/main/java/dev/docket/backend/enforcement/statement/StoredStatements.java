package dev.docket.backend.enforcement.statement;

import dev.docket.dto.problem.FieldError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Statements as they were written. `json` and not `jsonb`: the order of the fields is kept.
@Repository
class StoredStatements {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<List<FieldError>> FAULTS = new TypeReference<>() {};
    private static final String COLUMNS =
            "SELECT sequence, decision_id, item_id, issued_at, restricts, statement, faults FROM statement_of_reasons ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredStatements(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param restricts whether anything was taken from anybody; a warning alone is told, not exported
    void insert(
            UUID decision,
            UUID item,
            Instant at,
            boolean restricts,
            Map<String, Object> statement,
            List<FieldError> faults) {
        jdbc.sql("""
                        INSERT INTO statement_of_reasons (decision_id, item_id, issued_at, restricts, statement, faults)
                        VALUES (:decision, :item, :at, :restricts, :statement::json, :faults::jsonb)
                        ON CONFLICT (decision_id) DO NOTHING
                        """)
                .param("decision", decision)
                .param("item", item)
                .param("at", Timestamp.from(at))
                .param("restricts", restricts)
                .param("statement", json.writeValueAsString(statement))
                .param("faults", json.writeValueAsString(faults))
                .update();
    }

    /// Puts a statement that was not complete right.
    void mend(UUID decision, Map<String, Object> statement, List<FieldError> faults) {
        jdbc.sql("""
                        UPDATE statement_of_reasons SET statement = :statement::json, faults = :faults::jsonb
                         WHERE decision_id = :decision AND faults <> '[]'
                        """)
                .param("statement", json.writeValueAsString(statement))
                .param("faults", json.writeValueAsString(faults))
                .param("decision", decision)
                .update();
    }

    Optional<Issued> find(UUID decision) {
        return jdbc.sql(COLUMNS + "WHERE decision_id = :decision")
                .param("decision", decision)
                .query((row, number) -> read(row))
                .optional();
    }

    /// What restricted anybody, in the order in which it was issued.
    List<Issued> between(Instant from, Instant to, long after, int most) {
        return jdbc.sql(COLUMNS + """
                        WHERE restricts AND issued_at >= :from AND issued_at < :to AND sequence > :after
                        ORDER BY sequence LIMIT :most
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("after", after)
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    private Issued read(ResultSet row) throws SQLException {
        return new Issued(
                row.getLong("sequence"),
                row.getObject("decision_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getTimestamp("issued_at").toInstant(),
                row.getBoolean("restricts"),
                json.readValue(row.getString("statement"), FIELDS),
                json.readValue(row.getString("faults"), FAULTS));
    }

    record Issued(
            long sequence,
            UUID decision,
            UUID item,
            Instant at,
            boolean restricts,
            Map<String, Object> statement,
            List<FieldError> faults) {}
}
