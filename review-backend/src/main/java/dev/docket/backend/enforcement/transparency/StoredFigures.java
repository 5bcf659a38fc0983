package dev.docket.backend.enforcement.transparency;

import dev.docket.dto.enforcement.TransparencyReport.Appeals;
import dev.docket.dto.enforcement.TransparencyReport.Automation;
import dev.docket.dto.enforcement.TransparencyReport.Handling;
import dev.docket.dto.review.ActionType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what the report asks for, over the tables of intake, review and appeals. It is run a few times a year, and
/// never by anything that waits.
@Repository
class StoredFigures {
    private final JdbcClient jdbc;

    StoredFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The first decision that took effect after a report is the answer to it.
    List<Notice> notices(Instant from, Instant to) {
        return query("""
                        SELECT report.policy_key, count(*) AS notices, count(DISTINCT report.item_id) AS items,
                               count(DISTINCT report.item_id) FILTER (WHERE answer.acts) AS acted,
                               count(DISTINCT report.item_id)
                                   FILTER (WHERE answer.acts AND answer.person_id IS NULL) AS acted_by_automation,
                               percentile_cont(0.5) WITHIN GROUP (
                                   ORDER BY extract(epoch FROM answer.effective_at - report.reported_at))
                                   AS median_seconds
                          FROM item_report AS report
                          LEFT JOIN LATERAL (
                               SELECT person_id, effective_at,
                                      outcome = 'VIOLATION'
                                      AND jsonb_path_exists(actions, '$[*] ? (@.type != "NONE")') AS acts
                                 FROM decision
                                WHERE decision.item_id = report.item_id
                                  AND decision.effective_at >= report.reported_at
                                ORDER BY decision.effective_at LIMIT 1) AS answer ON true
                         WHERE report.reported_at >= :from AND report.reported_at < :to
                         GROUP BY report.policy_key ORDER BY report.policy_key NULLS LAST
                        """, from, to)
                .query((row, number) -> new Notice(
                        row.getString("policy_key"),
                        row.getLong("notices"),
                        row.getLong("items"),
                        row.getLong("acted"),
                        row.getLong("acted_by_automation"),
                        seconds(row)))
                .list();
    }

    List<Acted> actions(Instant from, Instant to) {
        return query("""
                        SELECT decision.violations -> 0 ->> 'policy' AS policy, action ->> 'type' AS action,
                               NOT EXISTS (SELECT FROM item_report AS report
                                            WHERE report.item_id = decision.item_id
                                              AND report.reported_at < decision.decided_at) AS own_initiative,
                               person_id IS NULL AS by_automation, count(*) AS count
                          FROM decision CROSS JOIN LATERAL jsonb_array_elements(decision.actions) AS action
                         WHERE decision.effective_at >= :from AND decision.effective_at < :to
                           AND decision.outcome = 'VIOLATION' AND action ->> 'type' <> 'NONE'
                         GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
                        """, from, to)
                .query((row, number) -> new Acted(
                        row.getString("policy"),
                        ActionType.valueOf(row.getString("action")),
                        row.getBoolean("own_initiative"),
                        row.getBoolean("by_automation"),
                        row.getLong("count")))
                .list();
    }

    /// Wrong is what a later decision in effect found otherwise, whoever took it and why.
    List<Automation> automation(Instant from, Instant to) {
        return query("""
                        SELECT person_id IS NULL AS by_automation, count(*) AS decisions,
                               count(*) FILTER (WHERE EXISTS (
                                   SELECT FROM decision AS later
                                    WHERE later.item_id = decision.item_id AND later.round > decision.round
                                      AND later.effective_at IS NOT NULL
                                      AND later.outcome <> decision.outcome)) AS overturned
                          FROM decision
                         WHERE effective_at >= :from AND effective_at < :to GROUP BY 1 ORDER BY 1
                        """, from, to).query((row, number) -> automation(row)).list();
    }

    Appeals appeals(Instant from, Instant to) {
        return query("""
                        WITH answered AS (
                            SELECT outcome, extract(epoch FROM decided_at - received_at) AS seconds FROM appeal
                             WHERE state = 'DECIDED' AND decided_at >= :from AND decided_at < :to)
                        SELECT (SELECT count(*) FROM appeal
                                 WHERE received_at >= :from AND received_at < :to) AS received,
                               count(*) AS decided, count(*) FILTER (WHERE outcome = 'UPHOLD') AS upheld,
                               count(*) FILTER (WHERE outcome = 'OVERTURN') AS overturned,
                               count(*) FILTER (WHERE outcome = 'CHANGE') AS changed,
                               percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median_seconds
                          FROM answered
                        """, from, to)
                .query((row, number) -> new Appeals(
                        row.getLong("received"),
                        row.getLong("decided"),
                        row.getLong("upheld"),
                        row.getLong("overturned"),
                        row.getLong("changed"),
                        seconds(row)))
                .single();
    }

    List<Handling> handling(Instant from, Instant to) {
        return query("""
                        SELECT person_id IS NULL AS by_automation, count(*) AS decisions,
                               percentile_cont(0.5) WITHIN GROUP (
                                   ORDER BY extract(epoch FROM decision.effective_at - item.submitted_at))
                                   AS median_seconds
                          FROM decision JOIN item ON item.id = decision.item_id
                         WHERE decision.effective_at >= :from AND decision.effective_at < :to
                           AND decision.kind <> 'APPEAL'
                         GROUP BY 1 ORDER BY 1
                        """, from, to)
                .query((row, number) -> new Handling(by(row), row.getLong("decisions"), seconds(row)))
                .list();
    }

    private JdbcClient.StatementSpec query(String sql, Instant from, Instant to) {
        return jdbc.sql(sql).param("from", Timestamp.from(from)).param("to", Timestamp.from(to));
    }

    private static Automation automation(ResultSet row) throws SQLException {
        long decisions = row.getLong("decisions");
        long overturned = row.getLong("overturned");
        return new Automation(
                by(row), decisions, overturned, decisions == 0 ? null : (Double) ((double) overturned / decisions));
    }

    private static String by(ResultSet row) throws SQLException {
        return row.getBoolean("by_automation") ? "AUTOMATION" : "PERSON";
    }

    private static @Nullable Long seconds(ResultSet row) throws SQLException {
        double seconds = row.getDouble("median_seconds");
        return row.wasNull() ? null : (Long) Math.round(seconds);
    }

    record Notice(
            @Nullable String policy,
            long notices,
            long items,
            long acted,
            long actedByAutomation,
            @Nullable Long medianSeconds) {}

    record Acted(String policy, ActionType action, boolean ownInitiative, boolean byAutomation, long count) {}
}
