package dev.docket.backend.insights;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What routing did with items when they were first assessed, and what people found of them in the end. Reports bring
/// items to people too: what they found of those tells nothing of chance, and is not counted.
@Repository
class StoredRouting {
    private static final String ROUTED = """
            WITH routed AS (
                SELECT DISTINCT ON (item_id) item_id, route, sampling_probability AS drawn FROM assessment
                 WHERE assessed_at >= :from AND assessed_at < :to
                 ORDER BY item_id, assessed_at),
            found AS (
                SELECT routed.item_id, routed.route, routed.drawn, decision.outcome, decision.violations,
                       routed.route = 'REVIEW' AND routed.drawn IS NULL AS sent,
                       routed.route = 'ALLOW' OR routed.drawn IS NOT NULL AS let_by
                  FROM routed LEFT JOIN decision ON decision.item_id = routed.item_id AND decision.state = 'EFFECTIVE'
                       AND decision.person_id IS NOT NULL AND decision.outcome IN ('APPROVE', 'VIOLATION')),
            audited AS (SELECT * FROM found WHERE route = 'REVIEW' AND drawn > 0 AND outcome IS NOT NULL)
            """;

    private final JdbcClient jdbc;

    StoredRouting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many items were seen.
    ///
    /// @param sent to people because of what the machine found
    /// @param sentDecided those of them that somebody decided
    /// @param letBy allowed, those with them that chance sent to people
    /// @param audited those that chance sent and somebody decided
    /// @param weight how many those stand for
    /// @param squaredWeight the sum of their squared weights
    record Seen(long sent, long sentDecided, long letBy, long audited, double weight, double squaredWeight) {}

    /// How many were found to break a policy.
    ///
    /// @param policy its key, or `all` for any
    /// @param ofSent of what the machine sent
    /// @param auditWeight how many the audited ones stand for
    record Harm(String policy, long ofSent, double auditWeight) {}

    Seen seen(Stretch stretch) {
        return jdbc.sql(ROUTED + """
                        SELECT count(*) FILTER (WHERE sent) AS sent,
                               count(*) FILTER (WHERE sent AND outcome IS NOT NULL) AS sent_decided,
                               count(*) FILTER (WHERE let_by) AS let_by,
                               (SELECT count(*) FROM audited) AS audited,
                               (SELECT coalesce(sum(1 / drawn), 0) FROM audited) AS weight,
                               (SELECT coalesce(sum(1 / drawn ^ 2), 0) FROM audited) AS squared
                          FROM found
                        """)
                .param("from", at(stretch.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(stretch.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> new Seen(
                        row.getLong("sent"),
                        row.getLong("sent_decided"),
                        row.getLong("let_by"),
                        row.getLong("audited"),
                        row.getDouble("weight"),
                        row.getDouble("squared")))
                .single();
    }

    /// All of it first, then each policy that was found broken, the most often first.
    List<Harm> harms(Stretch stretch) {
        return jdbc.sql(ROUTED + """
                        , harm AS (
                            SELECT 'all' AS policy, sent, route, drawn FROM found WHERE outcome = 'VIOLATION'
                            UNION ALL
                            SELECT violation ->> 'policy', sent, route, drawn
                              FROM found, jsonb_array_elements(violations) AS violation WHERE outcome = 'VIOLATION')
                        SELECT policy, count(*) FILTER (WHERE sent) AS of_sent,
                               coalesce(sum(1 / drawn) FILTER (WHERE route = 'REVIEW' AND drawn > 0), 0) AS audit_weight
                          FROM harm WHERE sent OR route = 'REVIEW' AND drawn > 0
                         GROUP BY policy ORDER BY policy <> 'all', count(*) DESC, policy
                        """)
                .param("from", at(stretch.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(stretch.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) ->
                        new Harm(row.getString("policy"), row.getLong("of_sent"), row.getDouble("audit_weight")))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
