package dev.docket.backend.classification;

import dev.docket.backend.policy.LabelSchema;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Assessments as they were made; a later one stands beside the earlier, never in its place.
@Repository
class StoredAssessments implements Assessments {
    private static final TypeReference<List<Evidence.Score>> SCORES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Evidence.Explanation>> EXPLANATION = new TypeReference<>() {};
    private static final TypeReference<List<Evidence.Filter>> FILTERS = new TypeReference<>() {};
    private static final TypeReference<List<Evidence.MediaFinding>> MEDIA = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> NUMBERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredAssessments(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// One statement for a whole batch.
    void insert(List<Assessment> batch, Instant at) {
        if (batch.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO assessment (id, item_id, assessed_at, unscored, scores, explanation, filters,
                                                model_versions, policy_versions, route, route_reason, sampling_probability,
                                                score_values, media)
                        SELECT id, item, :at, unscored, scores::jsonb, explanation::jsonb, filters::jsonb,
                               model_versions::jsonb, policy_versions::jsonb, route, reason, probability,
                               score_values::double precision[], media::jsonb
                          FROM unnest(:ids::uuid[], :items::uuid[], :unscored::boolean[], :scores::text[],
                                      :explanations::text[], :filters::text[], :modelVersions::text[],
                                      :policyVersions::text[], :routes::text[], :reasons::text[],
                                      :probabilities::double precision[], :values::text[],
                                      :media::text[])
                               AS row (id, item, unscored, scores, explanation, filters, model_versions,
                                       policy_versions, route, reason, probability, score_values, media)
                        """)
                .param("at", Timestamp.from(at))
                .param("ids", batch.stream().map(Assessment::id).toArray(UUID[]::new))
                .param("items", batch.stream().map(Assessment::item).toArray(UUID[]::new))
                .param("unscored", batch.stream().map(Assessment::unscored).toArray(Boolean[]::new))
                .param("scores", texts(batch, Assessment::scores))
                .param("explanations", texts(batch, Assessment::explanation))
                .param("filters", texts(batch, Assessment::filters))
                .param("modelVersions", texts(batch, Assessment::modelVersions))
                .param("policyVersions", texts(batch, Assessment::policyVersions))
                .param("routes", batch.stream().map(one -> one.route().name()).toArray(String[]::new))
                .param("reasons", batch.stream().map(Assessment::routeReason).toArray(String[]::new))
                .param(
                        "probabilities",
                        batch.stream().map(Assessment::samplingProbability).toArray(Double[]::new))
                .param("media", texts(batch, Assessment::media))
                .param("values", batch.stream().map(StoredAssessments::values).toArray(String[]::new))
                .update();
    }

    /// The scores as an array's literal, in the order of the label schema.
    private static String values(Assessment assessment) {
        Map<String, Double> scores = assessment.scores().stream()
                .collect(Collectors.toMap(Evidence.Score::label, Evidence.Score::score, Math::max));
        return LabelSchema.labels().stream()
                .map(label -> scores.containsKey(label) ? String.valueOf(scores.get(label)) : "NULL")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String[] texts(List<Assessment> batch, Function<Assessment, Object> part) {
        return batch.stream().map(part).map(json::writeValueAsString).toArray(String[]::new);
    }

    @Override
    public Optional<Assessment> latest(UUID item) {
        return jdbc.sql("SELECT * FROM assessment WHERE item_id = :item ORDER BY assessed_at DESC, id DESC LIMIT 1")
                .param("item", item)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public Map<UUID, Assessment> latestOf(Collection<UUID> items) {
        return jdbc
                .sql("""
                        SELECT latest.* FROM unnest(:items::uuid[]) AS this (id)
                         CROSS JOIN LATERAL (SELECT * FROM assessment WHERE item_id = this.id
                                              ORDER BY assessed_at DESC, id DESC LIMIT 1) AS latest
                        """)
                .param("items", items.stream().distinct().toArray(UUID[]::new))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Assessment::item, Function.identity()));
    }

    /// Takes out what was drawn from the content's words; scores stay.
    void forgetWords(UUID item) {
        jdbc.sql("UPDATE assessment SET explanation = '{}', filters = '[]', media = '[]' WHERE item_id = :item")
                .param("item", item)
                .update();
    }

    private Assessment read(ResultSet row) throws SQLException {
        return new Assessment(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getBoolean("unscored"),
                json.readValue(row.getString("scores"), SCORES),
                json.readValue(row.getString("explanation"), EXPLANATION),
                json.readValue(row.getString("filters"), FILTERS),
                json.readValue(row.getString("model_versions"), STRINGS),
                json.readValue(row.getString("policy_versions"), NUMBERS),
                Route.valueOf(row.getString("route")),
                row.getString("route_reason"),
                probability(row),
                json.readValue(row.getString("media"), MEDIA));
    }

    private static @Nullable Double probability(ResultSet row) throws SQLException {
        double probability = row.getDouble("sampling_probability");
        return row.wasNull() ? null : probability;
    }
}
