package dev.docket.backend.labels;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    void insert(Row row) {
        jdbc.sql("""
                        INSERT INTO label_evidence (decision_id, item_id, decided_at, labels, scores, model_version,
                                                    scores_visible, sampling_probability, policy_versions)
                        VALUES (:decision, :item, :decidedAt, :labels::jsonb, :scores::jsonb, :modelVersion,
                                :scoresVisible, :probability, :policyVersions::jsonb)
                        ON CONFLICT (decision_id) DO NOTHING
                        """)
                .param("decision", row.decision())
                .param("item", row.item())
                .param("decidedAt", Timestamp.from(row.decidedAt()))
                .param("labels", json.writeValueAsString(row.labels()))
                .param("scores", json.writeValueAsString(row.scores()))
                .param("modelVersion", row.modelVersion())
                .param("scoresVisible", row.scoresVisible())
                .param("probability", row.samplingProbability())
                .param("policyVersions", json.writeValueAsString(row.policyVersions()))
                .update();
    }

    /// @param scoresVisible whether there were scores for the person to see
    record Row(
            UUID decision,
            UUID item,
            Instant decidedAt,
            Map<String, Integer> labels,
            Map<String, Double> scores,
            @Nullable String modelVersion,
            boolean scoresVisible,
            double samplingProbability,
            Map<String, Integer> policyVersions) {}
}
