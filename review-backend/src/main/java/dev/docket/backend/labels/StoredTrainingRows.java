package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads label sets for training, in pages by the place of the row: no snapshot stays open between them.
@Repository
class StoredTrainingRows {
    static final int PAGE = 1_000;
    private static final TypeReference<List<Rater>> RATERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredTrainingRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<TrainingRow> page(String version, @Nullable String split, long after) {
        return new ArrayList<>(jdbc.sql("""
                        SELECT entry.ordinal, entry.item_id, entry.line, entry.group_key, entry.weight, entry.held_out,
                               entry.raters, coalesce(item.text, imported.text) AS text,
                               coalesce(item.source || '/' || item.author_external_id,
                                        imported.source || '/' || imported.author) AS author,
                               (SELECT person_id FROM decision WHERE id = entry.decision_id) AS decided_by
                          FROM label_set_row AS entry
                          LEFT JOIN item ON item.id = entry.item_id
                          LEFT JOIN imported_label AS imported ON imported.id = entry.item_id
                         WHERE entry.version = :version AND entry.ordinal > :after
                           AND (:split::text IS NULL OR entry.split = :split)
                         ORDER BY entry.ordinal LIMIT :page
                        """)
                .param("version", version)
                .param("split", split, Types.VARCHAR)
                .param("after", after)
                .param("page", PAGE)
                .query((row, number) -> read(row))
                .list());
    }

    private TrainingRow read(ResultSet row) throws SQLException {
        var line = json.readValue(row.getString("line"), LabelRow.class);
        return new TrainingRow(
                row.getLong("ordinal"),
                row.getObject("item_id", UUID.class),
                line.split(),
                row.getString("text"),
                line.language(),
                line.labels(),
                row.getDouble("weight"),
                line.source(),
                row.getString("author"),
                row.getLong("group_key"),
                line.labelSource(),
                json.readValue(row.getString("raters"), RATERS),
                row.getObject("decided_by", UUID.class),
                row.getBoolean("held_out"),
                line.samplingProbability(),
                line.decidedAt(),
                line.modelVersion(),
                line.scores());
    }
}
