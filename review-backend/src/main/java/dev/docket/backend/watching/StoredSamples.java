package dev.docket.backend.watching;

import dev.docket.backend.policy.LabelSchema;
import dev.docket.model.Embedding;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What was scored and decided, as it was.
@Repository
class StoredSamples {
    private static final TypeReference<Map<String, Integer>> LABELS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> SCORES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredSamples(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// When a model had scored so many texts, counted from when it began to serve; null if it
    /// has not yet.
    @Nullable Instant scoredBy(String version, Instant since, int items) {
        return jdbc.sql("""
                        SELECT assessed_at FROM assessment
                         WHERE assessed_at >= :since AND model_versions ->> 'toxicity' = :version
                         ORDER BY assessed_at OFFSET :items LIMIT 1
                        """)
                .param("since", Timestamp.from(since))
                .param("version", version)
                .param("items", items - 1)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    /// Texts that a model scored, the newest first.
    List<Sample> scored(String version, Instant from, Instant to, int most) {
        return jdbc.sql("""
                        SELECT a.score_values, coalesce(i.language, 'und') AS language, length(i.text) AS length,
                               f.embedding
                          FROM assessment AS a
                          JOIN item AS i ON i.id = a.item_id
                          LEFT JOIN fingerprint AS f ON f.item_id = a.item_id
                         WHERE a.assessed_at >= :from AND a.assessed_at <= :to AND i.text IS NOT NULL
                           AND a.model_versions ->> 'toxicity' = :version AND a.score_values IS NOT NULL
                         ORDER BY a.assessed_at DESC LIMIT :most
                        """)
                .param("version", version)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", most)
                .query((row, number) -> sample(row))
                .list();
    }

    private static Sample sample(ResultSet row) throws SQLException {
        byte[] embedding = row.getBytes("embedding");
        return new Sample(
                scores(row.getArray("score_values")),
                primary(row.getString("language")),
                row.getInt("length"),
                embedding == null ? null : Embedding.fromBytes(embedding));
    }

    private static Map<String, Double> scores(Array values) throws SQLException {
        var scores = new HashMap<String, Double>();
        var all = (Double[]) values.getArray();
        for (int i = 0; i < Math.min(all.length, LabelSchema.labels().size()); i++) {
            if (all[i] != null) {
                scores.put(LabelSchema.labels().get(i), all[i]);
            }
        }
        return scores;
    }

    /// Decisions in effect on what a model scored, the oldest first.
    ///
    /// @param version null for any
    List<Outcome> decided(@Nullable String version, Instant from, Instant to, Order order, int most) {
        String direction = order == Order.OLDEST ? "ASC" : "DESC";
        return jdbc.sql("""
                        SELECT e.labels, e.scores, e.scores_visible, coalesce(i.language, 'und') AS language, e.decided_at,
                               coalesce(d.appeal_outcome IN ('OVERTURN', 'CHANGE'), false) AS overturned,
                               ARRAY(SELECT term FROM unnest(:terms::text[], :patterns::text[]) AS known (term, pattern)
                                      WHERE i.text ~* pattern) AS terms
                          FROM label_evidence AS e
                          JOIN decision AS d ON d.id = e.decision_id AND d.decided_at = e.decided_at
                          JOIN item AS i ON i.id = e.item_id
                         WHERE e.decided_at >= :from AND e.decided_at <= :to AND d.state = 'EFFECTIVE'
                           AND d.person_id IS NOT NULL AND e.scores <> '{}'
                           AND (:version::text IS NULL OR e.model_version = :version)
                         ORDER BY e.decided_at %s LIMIT :most
                        """.formatted(direction))
                .param("version", version)
                .param("terms", IdentityTerms.names())
                .param("patterns", IdentityTerms.patterns())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", most)
                .query((row, number) -> outcome(row))
                .list();
    }

    /// Which of more than are wanted.
    enum Order {
        OLDEST,
        NEWEST
    }

    private Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                json.readValue(row.getString("labels"), LABELS),
                json.readValue(row.getString("scores"), SCORES),
                primary(row.getString("language")),
                row.getBoolean("scores_visible"),
                row.getBoolean("overturned"),
                Arrays.asList((String[]) row.getArray("terms").getArray()),
                row.getTimestamp("decided_at").toInstant());
    }

    /// Of what was drawn, how much broke a policy: because the model was unsure, and by mere
    /// chance.
    Draws draws(String reason, Instant from, Instant to) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE a.route_reason = :reason) AS explored,
                               count(*) FILTER (WHERE a.route_reason = :reason AND d.outcome = 'VIOLATION') AS found,
                               count(*) FILTER (WHERE a.route_reason <> :reason) AS chance,
                               count(*) FILTER (WHERE a.route_reason <> :reason AND d.outcome = 'VIOLATION') AS chance_found
                          FROM assessment AS a
                          JOIN decision AS d ON d.item_id = a.item_id
                         WHERE a.assessed_at >= :from AND a.assessed_at <= :to AND a.sampling_probability IS NOT NULL
                           AND d.state = 'EFFECTIVE' AND d.person_id IS NOT NULL
                        """)
                .param("reason", reason)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new Draws(
                        row.getLong("explored"),
                        row.getLong("found"),
                        row.getLong("chance"),
                        row.getLong("chance_found")))
                .single();
    }

    record Draws(long explored, long found, long chance, long chanceFound) {}

    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
    }
}
