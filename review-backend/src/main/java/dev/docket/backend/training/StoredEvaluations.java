package dev.docket.backend.training;

import dev.docket.dto.models.Disagreement;
import dev.docket.dto.models.EvaluationView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Evaluations and the scores they rest on. The latest of a version replaces the one before.
@Repository
class StoredEvaluations {
    private static final int CHUNK = 2_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredEvaluations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void replace(EvaluationView view, List<ScoredRow> rows) {
        jdbc.sql("DELETE FROM evaluation WHERE model_version = :version")
                .param("version", view.modelVersion())
                .update();
        jdbc.sql("""
                        INSERT INTO evaluation (model_version, label_set, split, champion, figures, evaluated_at)
                        VALUES (:version, :labelSet, :split, :champion, :figures::jsonb, :at)
                        """)
                .param("version", view.modelVersion())
                .param("labelSet", view.labelSet())
                .param("split", view.split())
                .param("champion", view.champion(), Types.VARCHAR)
                .param("figures", json.writeValueAsString(view))
                .param("at", Timestamp.from(view.evaluatedAt()))
                .update();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            insert(view.modelVersion(), rows.subList(from, Math.min(rows.size(), from + CHUNK)));
        }
    }

    private void insert(String version, List<ScoredRow> rows) {
        jdbc.sql("""
                        INSERT INTO evaluation_row
                        SELECT :version, * FROM unnest(:labels::text[], :items::uuid[], :truths::boolean[],
                               :weights::float8[], :scores::float8[], :champions::float8[], :languages::text[],
                               :sources::text[], :groups::bigint[])
                        """)
                .param("version", version)
                .param("labels", rows.stream().map(ScoredRow::label).toArray(String[]::new))
                .param("items", rows.stream().map(row -> row.item().toString()).toArray(String[]::new))
                .param("truths", rows.stream().map(ScoredRow::truth).toArray(Boolean[]::new))
                .param("weights", rows.stream().map(ScoredRow::weight).toArray(Double[]::new))
                .param("scores", rows.stream().map(ScoredRow::score).toArray(Double[]::new))
                .param("champions", rows.stream().map(ScoredRow::champion).toArray(Double[]::new))
                .param("languages", rows.stream().map(ScoredRow::language).toArray(String[]::new))
                .param("sources", rows.stream().map(ScoredRow::source).toArray(String[]::new))
                .param("groups", rows.stream().map(ScoredRow::group).toArray(Long[]::new))
                .update();
    }

    Optional<EvaluationView> find(String version) {
        return jdbc.sql("SELECT figures FROM evaluation WHERE model_version = :version")
                .param("version", version)
                .query(String.class)
                .optional()
                .map(figures -> json.readValue(figures, EvaluationView.class));
    }

    List<ScoredRow> rows(String version) {
        return jdbc.sql("""
                        SELECT label, item_id, truth, weight, score, champion_score, language, source, group_key
                          FROM evaluation_row WHERE model_version = :version ORDER BY label, item_id
                        """)
                .param("version", version)
                .query((row, number) -> new ScoredRow(
                        row.getString("label"),
                        row.getObject("item_id", UUID.class),
                        row.getBoolean("truth"),
                        row.getDouble("weight"),
                        row.getDouble("score"),
                        row.getObject("champion_score", Double.class),
                        row.getString("language"),
                        row.getString("source"),
                        row.getLong("group_key")))
                .list();
    }

    /// The widest apart first.
    ///
    /// @param people with what people found; else with the champion
    /// @param label null for all
    List<Disagreement> disagreements(String version, boolean people, @Nullable String label, Window window) {
        return jdbc.sql("""
                        WITH apart AS (
                            SELECT *, abs(score - CASE WHEN :people THEN truth::int ELSE champion_score END) AS difference
                              FROM evaluation_row
                             WHERE model_version = :version AND (:label::text IS NULL OR label = :label)
                               AND (:people OR champion_score IS NOT NULL))
                        SELECT apart.*, CASE WHEN :readable THEN item.text END AS text
                          FROM apart LEFT JOIN item ON item.id = apart.item_id
                         ORDER BY difference DESC, label, apart.item_id
                         OFFSET :skip LIMIT :limit
                        """)
                .param("version", version)
                .param("people", people)
                .param("label", label, Types.VARCHAR)
                .param("readable", window.readable())
                .param("skip", window.skip())
                .param("limit", window.limit())
                .query((row, number) -> disagreement(row))
                .list();
    }

    private static Disagreement disagreement(ResultSet row) throws SQLException {
        return new Disagreement(
                row.getObject("item_id", UUID.class),
                row.getString("label"),
                row.getDouble("score"),
                row.getObject("champion_score", Double.class),
                row.getBoolean("truth") ? 1 : 0,
                row.getDouble("difference"),
                Objects.requireNonNull(row.getString("language")),
                Objects.requireNonNull(row.getString("source")),
                row.getString("text"));
    }

    /// @param readable whether texts are given
    record Window(int skip, int limit, boolean readable) {}
}
