package dev.docket.backend.labels;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Label evidence, one row a decision that teaches anything.
@Repository
class StoredEvidence {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredEvidence(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Writes what a decision teaches beside what the models had said: of each label the highest
    /// score, and the version that scored the item (several, joined, where labels come from
    /// different models). An item that was not drawn for an audit came for sure. Read and written in
    /// one: an assessment's explanation is long, and nothing here wants it.
    void insert(Row row) {
        jdbc.sql("""
                        INSERT INTO label_evidence (decision_id, item_id, decided_at, labels, scores, model_version,
                                                    scores_visible, sampling_probability, policy_versions)
                        SELECT :decision, :item, :decidedAt::timestamptz, :labels::jsonb, coalesce(said.scores, '{}'),
                               said.model_version, said.scores IS NOT NULL AND :visible, coalesce(said.sampling_probability, 1),
                               :policyVersions::jsonb
                          FROM (VALUES (true)) AS decided
                          LEFT JOIN LATERAL (
                                SELECT sampling_probability,
                                       (SELECT jsonb_object_agg(label, score)
                                          FROM (SELECT one ->> 'label' AS label, max((one ->> 'score')::float8) AS score
                                                  FROM jsonb_array_elements(scores) AS one
                                                 WHERE NOT unscored GROUP BY 1) AS highest) AS scores,
                                       (SELECT string_agg(DISTINCT version, ',')
                                          FROM jsonb_each_text(model_versions) AS model (label, version)) AS model_version
                                  FROM assessment WHERE item_id = :item
                                 ORDER BY assessed_at DESC, id DESC LIMIT 1) AS said ON true
                        ON CONFLICT (decision_id) DO NOTHING
                        """)
                .param("decision", row.decision())
                .param("item", row.item())
                .param("decidedAt", Timestamp.from(row.decidedAt()))
                .param("labels", json.writeValueAsString(row.labels()))
                .param("visible", row.scoresVisible())
                .param("policyVersions", json.writeValueAsString(row.policyVersions()))
                .update();
    }

    /// @param scoresVisible whether whoever decided saw what scores there were
    record Row(
            UUID decision,
            UUID item,
            Instant decidedAt,
            Map<String, Integer> labels,
            Map<String, Integer> policyVersions,
            boolean scoresVisible) {}
}
