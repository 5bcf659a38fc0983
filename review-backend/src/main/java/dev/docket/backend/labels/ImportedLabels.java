package dev.docket.backend.labels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads imported labels for label sets, in pages like decisions.
@Repository
class ImportedLabels {
    private static final int PAGE = 500;
    private static final TypeReference<Map<String, Integer>> INTEGERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportedLabels(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The next page in the order of their ids, which is the order in which they came.
    List<SettledDecision> page(Definition definition, @Nullable UUID after) {
        var from = definition.from();
        return jdbc.sql("""
                        SELECT row.id, row.source, row.external_id, row.author, row.text, row.language, row.labels,
                               row.decided_at, row.weight * import.weight AS trust, import.evaluation
                          FROM imported_label AS row
                          JOIN label_import AS import ON import.id = row.import_id AND import.withdrawn_at IS NULL
                         WHERE row.import_id = ANY(:imports::uuid[]) AND row.text IS NOT NULL
                           AND (:after::uuid IS NULL OR row.id > :after)
                           AND (:from::timestamptz IS NULL OR row.decided_at >= :from)
                           AND row.decided_at < :to
                           AND (cardinality(:sources::text[]) = 0 OR row.source = ANY(:sources::text[]))
                           AND (cardinality(:languages::text[]) = 0
                                OR lower(coalesce(row.language, 'und')) = ANY(:languages::text[])
                                OR split_part(lower(coalesce(row.language, 'und')), '-', 1) = ANY(:languages::text[]))
                         ORDER BY row.id LIMIT :page
                        """)
                .param("imports", SettledDecisions.array(definition.imports()))
                .param("after", after, Types.OTHER)
                .param("from", from == null ? null : Timestamp.from(from), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", Timestamp.from(definition.to()))
                .param("sources", SettledDecisions.array(definition.sources()))
                .param("languages", SettledDecisions.languages(definition))
                .param("page", PAGE)
                .query((row, number) -> read(row))
                .list();
    }

    private SettledDecision read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var labels = json.readValue(row.getString("labels"), INTEGERS);
        return new SettledDecision(
                id,
                id,
                row.getString("source"),
                row.getString("external_id"),
                row.getString("author"),
                row.getString("text"),
                row.getString("language"),
                labels,
                labels.containsValue(1) ? "VIOLATION" : "APPROVE",
                List.of(),
                row.getTimestamp("decided_at").toInstant(),
                Map.of(),
                Map.of(),
                null,
                false,
                1,
                new Standing(
                        Standing.IMPORTED,
                        null,
                        Looks.NONE,
                        null,
                        false,
                        row.getBoolean("evaluation"),
                        row.getDouble("trust")),
                Likeness.NONE);
    }
}
