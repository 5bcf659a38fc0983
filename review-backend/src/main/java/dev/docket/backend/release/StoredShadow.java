package dev.docket.backend.release;

import dev.docket.backend.policy.LabelSchema;
import dev.docket.model.LabelScore;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Scores that did not count, and what people then found of the same items.
@Repository
class StoredShadow {
    private static final TypeReference<Map<String, Integer>> LABELS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> SCORES = new TypeReference<>() {};
    private static final int MOST_PAIRS = 20_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredShadow(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What one model said of one item; no scores where it failed.
    record Said(UUID item, String version, List<LabelScore> scores) {}

    void insert(List<Said> said) {
        jdbc.sql("""
                        INSERT INTO shadow_score (item_id, model_version, score_values)
                        SELECT item, version, score_values::real[]
                          FROM unnest(:items::uuid[], :versions::text[], :values::text[]) AS row (item, version, score_values)
                        ON CONFLICT (item_id, model_version) DO UPDATE
                        SET score_values = excluded.score_values, scored_at = excluded.scored_at
                        """)
                .param("items", said.stream().map(Said::item).toArray(UUID[]::new))
                .param("versions", said.stream().map(Said::version).toArray(String[]::new))
                .param("values", said.stream().map(StoredShadow::literal).toArray(String[]::new))
                .update();
    }

    private static String literal(Said said) {
        if (said.scores().isEmpty()) {
            return "{}";
        }
        Map<String, Double> scores =
                said.scores().stream().collect(Collectors.toMap(LabelScore::label, LabelScore::score, Math::max));
        return LabelSchema.labels().stream()
                .map(label -> scores.containsKey(label) ? String.valueOf(scores.get(label)) : "NULL")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// How many items a model scored, and at how many it failed.
    Volume volume(String version, Instant since) {
        return jdbc.sql("""
                        SELECT count(*) AS items, count(*) FILTER (WHERE score_values = '{}') AS faults
                          FROM shadow_score WHERE model_version = :version AND scored_at >= :since
                        """)
                .param("version", version)
                .param("since", Timestamp.from(since))
                .query((row, number) -> new Volume(row.getLong("items"), row.getLong("faults")))
                .single();
    }

    record Volume(long items, long faults) {}

    /// What people found of items that both models scored, by decisions in effect, the newest
    /// first. Items with media are left out: their scores are not of the text alone.
    List<Pair> pairs(String candidate, String champion, Instant since) {
        return jdbc
                .sql("""
                        SELECT e.labels, e.scores, e.model_version, e.scores_visible, e.sampling_probability,
                               coalesce(i.language, 'und') AS language,
                               candidate.score_values AS candidate_values, champion.score_values AS champion_values
                          FROM shadow_score AS said
                          JOIN label_evidence AS e ON e.item_id = said.item_id
                          JOIN decision AS d ON d.id = e.decision_id AND d.decided_at = e.decided_at
                          JOIN item AS i ON i.id = e.item_id
                          LEFT JOIN shadow_score AS candidate
                                 ON candidate.item_id = e.item_id AND candidate.model_version = :candidate
                          LEFT JOIN shadow_score AS champion
                                 ON champion.item_id = e.item_id AND champion.model_version = :champion
                         WHERE said.model_version IN (:candidate, :champion) AND said.scored_at >= :since
                           AND d.state = 'EFFECTIVE' AND d.person_id IS NOT NULL
                           AND d.kind IN ('FIRST', 'SECOND', 'ADJUDICATION', 'APPEAL', 'REVERSAL')
                           AND e.model_version IN (:candidate, :champion)
                           AND NOT EXISTS (SELECT FROM shadow_score AS twice
                                            WHERE twice.item_id = said.item_id AND twice.model_version > said.model_version
                                              AND twice.model_version IN (:candidate, :champion))
                         ORDER BY said.scored_at DESC LIMIT :most
                        """)
                .param("candidate", candidate)
                .param("champion", champion)
                .param("since", Timestamp.from(since))
                .param("most", MOST_PAIRS)
                .query((row, number) -> pair(row, candidate, champion))
                .list()
                .stream()
                .filter(Pair::isWhole)
                .toList();
    }

    private Pair pair(ResultSet row, String candidate, String champion) throws SQLException {
        Map<String, Double> counted = json.readValue(row.getString("scores"), SCORES);
        String counting = row.getString("model_version");
        return new Pair(
                json.readValue(row.getString("labels"), LABELS),
                row.getString("language"),
                !row.getBoolean("scores_visible"),
                row.getDouble("sampling_probability"),
                counting.equals(champion) ? counted : scores(row.getArray("champion_values")),
                counting.equals(candidate) ? counted : scores(row.getArray("candidate_values")),
                counting.equals(candidate));
    }

    private static Map<String, Double> scores(@Nullable Array values) throws SQLException {
        var scores = new HashMap<String, Double>();
        if (values != null) {
            var all = (Float[]) values.getArray();
            for (int i = 0; i < Math.min(all.length, LabelSchema.labels().size()); i++) {
                if (all[i] != null) {
                    scores.put(LabelSchema.labels().get(i), all[i].doubleValue());
                }
            }
        }
        return scores;
    }

    int prune(Duration keep, int most) {
        return jdbc.sql("""
                        DELETE FROM shadow_score WHERE (item_id, model_version) IN (
                               SELECT item_id, model_version FROM shadow_score
                                WHERE scored_at < clock_timestamp() - make_interval(secs => :seconds) LIMIT :most)
                        """)
                .param("seconds", (double) keep.toSeconds())
                .param("most", most)
                .update();
    }
}
