package dev.docket.backend.release;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What became of the items that each of two models routed.
@Repository
class StoredArms {
    private static final TypeReference<Map<String, Integer>> LABELS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> SCORES = new TypeReference<>() {};
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredArms(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// One decision in effect.
    ///
    /// @param overturned whether it is an appeal's answer that took another's place
    record Decided(
            String modelVersion,
            String language,
            Map<String, Integer> labels,
            Map<String, Double> scores,
            boolean overturned) {}

    /// Of items that came since then, by people.
    List<Decided> decided(String candidate, String champion, Instant since) {
        return jdbc.sql("""
                        SELECT e.model_version, coalesce(i.language, 'und') AS language, e.labels, e.scores,
                               coalesce(d.appeal_outcome IN ('OVERTURN', 'CHANGE'), false) AS overturned
                          FROM item AS i
                          JOIN label_evidence AS e ON e.item_id = i.id
                          JOIN decision AS d ON d.id = e.decision_id AND d.decided_at = e.decided_at
                         WHERE i.submitted_at >= :since AND e.model_version IN (:candidate, :champion)
                           AND d.state = 'EFFECTIVE' AND d.person_id IS NOT NULL
                         ORDER BY d.decided_at DESC LIMIT :most
                        """)
                .param("candidate", candidate)
                .param("champion", champion)
                .param("since", Timestamp.from(since))
                .param("most", MOST)
                .query((row, number) -> new Decided(
                        row.getString("model_version"),
                        row.getString("language"),
                        json.readValue(row.getString("labels"), LABELS),
                        json.readValue(row.getString("scores"), SCORES),
                        row.getBoolean("overturned")))
                .list();
    }
}
