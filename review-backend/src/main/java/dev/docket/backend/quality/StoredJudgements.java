package dev.docket.backend.quality;

import dev.docket.dto.quality.CoachingCard.Answer;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Looks whose item has a settled truth: answers to golden items whose grace time is over (before
/// that they could still be mended), and first and second looks that an adjudication or an appeal
/// followed, of which the latest is the truth.
@Repository
class StoredJudgements {
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> VERSIONS = new TypeReference<>() {};

    private static final String JUDGED = """
            WITH judged AS (
                SELECT answer.person_id, answer.item_id, answer.answered_at AS at, answer.outcome, answer.violations,
                       answer.policy_versions AS versions, golden.outcome AS true_outcome,
                       golden.violations AS true_violations, golden.policy_versions AS true_versions,
                       'GOLDEN' AS settled_by
                  FROM trial_answer AS answer
                  JOIN trial_task AS task USING (task_id)
                  JOIN golden_item AS golden ON golden.id = task.golden_id
                 WHERE answer.undone_at IS NULL AND answer.undo_until <= clock_timestamp()
                   AND answer.outcome <> 'CANNOT_DECIDE'
                   AND answer.answered_at >= :from AND answer.answered_at < :to
                   AND (:person::uuid IS NULL OR answer.person_id = :person)
                UNION ALL
                SELECT look.person_id, look.item_id, look.decided_at, look.outcome, look.violations,
                       look.policy_versions, truth.outcome, truth.violations, truth.policy_versions, truth.kind
                  FROM decision AS look
                 CROSS JOIN LATERAL (
                       SELECT outcome, violations, policy_versions, kind FROM decision AS later
                        WHERE later.item_id = look.item_id AND later.round > look.round
                          AND later.kind IN ('ADJUDICATION', 'APPEAL') AND later.outcome IN ('APPROVE', 'VIOLATION')
                          AND later.state IN ('EFFECTIVE', 'SUPERSEDED')
                        ORDER BY later.round DESC LIMIT 1) AS truth
                 WHERE look.kind IN ('FIRST', 'SECOND') AND look.outcome IN ('APPROVE', 'VIOLATION')
                   AND look.state <> 'UNDONE' AND look.person_id IS NOT NULL
                   AND look.decided_at >= :from AND look.decided_at < :to
                   AND (:person::uuid IS NULL OR look.person_id = :person))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredJudgements(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The newest first.
    List<Judgement> of(UUID person, Instant from, Instant to) {
        return judged(JUDGED + """
                        SELECT judged.*, item.source, item.external_id
                          FROM judged JOIN item ON item.id = judged.item_id
                         ORDER BY judged.at DESC, judged.item_id
                        """, person, from, to)
                .query((row, number) -> judgement(row))
                .list();
    }

    /// Everybody who was judged, those most often wrong first.
    List<Score> scores(Instant from, Instant to) {
        return judged(JUDGED + """
                        , verdict AS (
                            SELECT person_id, outcome = true_outcome
                                   AND ARRAY(SELECT v ->> 'policy' FROM jsonb_array_elements(violations) AS v ORDER BY 1)
                                     = ARRAY(SELECT v ->> 'policy' FROM jsonb_array_elements(true_violations) AS v ORDER BY 1)
                                   AS correct
                              FROM judged)
                        SELECT person_id, count(*) AS judged, count(*) FILTER (WHERE correct) AS correct
                          FROM verdict GROUP BY person_id
                         ORDER BY avg(correct::int), count(*) DESC, person_id
                        """, null, from, to)
                .query((row, number) ->
                        new Score(row.getObject("person_id", UUID.class), row.getInt("judged"), row.getInt("correct")))
                .list();
    }

    /// For each person and policy, the looks that found it or should have; under the empty policy,
    /// those that found nothing.
    List<PolicyScore> byPolicy(Instant from, Instant to) {
        return judged(JUDGED + """
                        , mark AS (
                            SELECT person_id, item_id, at, v ->> 'policy' AS policy
                              FROM judged, jsonb_array_elements(violations) AS v
                            UNION ALL
                            SELECT person_id, item_id, at, v ->> 'policy'
                              FROM judged, jsonb_array_elements(true_violations) AS v
                            UNION ALL
                            SELECT person_id, item_id, at, '' FROM judged WHERE outcome = 'APPROVE'
                            UNION ALL
                            SELECT person_id, item_id, at, '' FROM judged
                             WHERE outcome = 'APPROVE' AND true_outcome = 'APPROVE'),
                        look AS (
                            SELECT person_id, policy, count(*) = 2 AS correct
                              FROM mark GROUP BY person_id, item_id, at, policy)
                        SELECT person_id, policy, count(*) AS judged, count(*) FILTER (WHERE correct) AS correct
                          FROM look GROUP BY person_id, policy
                        """, null, from, to)
                .query((row, number) -> new PolicyScore(
                        row.getObject("person_id", UUID.class),
                        row.getString("policy"),
                        row.getInt("judged"),
                        row.getInt("correct")))
                .list();
    }

    private JdbcClient.StatementSpec judged(String sql, @Nullable UUID person, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("person", person, Types.OTHER)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to));
    }

    private Judgement judgement(ResultSet row) throws SQLException {
        var versions = new HashMap<>(json.readValue(row.getString("versions"), VERSIONS));
        versions.putAll(json.readValue(row.getString("true_versions"), VERSIONS));
        return new Judgement(
                row.getObject("person_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("source"),
                row.getString("external_id"),
                row.getTimestamp("at").toInstant(),
                answer(row, "outcome", "violations"),
                answer(row, "true_outcome", "true_violations"),
                versions,
                row.getString("settled_by"));
    }

    private Answer answer(ResultSet row, String outcome, String violations) throws SQLException {
        return new Answer(
                Outcome.valueOf(row.getString(outcome)), json.readValue(row.getString(violations), VIOLATIONS));
    }

    /// How often somebody was right about a policy.
    record PolicyScore(UUID person, String policy, int judged, int right) {}

    /// How often somebody was right.
    record Score(UUID person, int judged, int right) {}
}
