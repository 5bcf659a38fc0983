package dev.docket.backend.appeals;

import dev.docket.dto.appeals.AppealState;
import dev.docket.dto.appeals.AppellantRole;
import dev.docket.dto.review.Outcome;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Appeals as the deadline board lists them, with who holds them and whether the reader may take them: one statement
/// over the tables of three modules, since a call for each row would be hundreds.
@Repository
class BoardRows {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    BoardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counts counts(Deadline.Columns columns) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE due_at < :now) AS overdue,
                               count(*) FILTER (WHERE due_at >= :now AND due_at < :tomorrow) AS today,
                               count(*) FILTER (WHERE due_at >= greatest(:now::timestamptz, :tomorrow::timestamptz) AND due_at < :nextWeek) AS week,
                               count(*) FILTER (WHERE due_at >= greatest(:tomorrow::timestamptz, :nextWeek::timestamptz)) AS later
                          FROM appeal WHERE state IN ('RECEIVED', 'IN_REVIEW')
                        """)
                .param("now", Timestamp.from(columns.now()))
                .param("tomorrow", Timestamp.from(columns.tomorrow()))
                .param("nextWeek", Timestamp.from(columns.nextWeek()))
                .query((row, number) -> new Counts(
                        row.getLong("overdue"), row.getLong("today"), row.getLong("week"), row.getLong("later")))
                .single();
    }

    /// @param states as stored
    /// @param from and `to` bound the deadline, `to` exclusive
    List<Row> list(Collection<AppealState> states, Instant from, Instant to, UUID reader) {
        return jdbc.sql("""
                        SELECT appeal.id, appeal.task_id, appeal.state, appeal.role, appeal.policies, appeal.severity,
                               appeal.language, appeal.received_at, appeal.due_at, appeal.outcome,
                               coalesce(task.state = 'CLAIMED', false) AS held,
                               NOT EXISTS (SELECT FROM review_task_skip AS skip
                                            WHERE skip.task_id = appeal.task_id AND skip.person_id = :reader
                                              AND skip.reason = 'INVOLVED') AS independent,
                               appeal.blind AND appeal.state IN ('RECEIVED', 'IN_REVIEW')
                                   AND appeal.revealed_by IS DISTINCT FROM :reader AS veiled
                          FROM appeal LEFT JOIN review_task AS task ON task.id = appeal.task_id
                         WHERE appeal.state = ANY(:states) AND appeal.due_at >= :from AND appeal.due_at < :to
                         ORDER BY appeal.due_at, appeal.id LIMIT :most
                        """)
                .param("reader", reader)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", MOST)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("task_id", UUID.class),
                        AppealState.valueOf(row.getString("state")),
                        AppellantRole.valueOf(row.getString("role")),
                        strings(row.getArray("policies")),
                        row.getInt("severity"),
                        row.getString("language"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getTimestamp("due_at").toInstant(),
                        outcome(row.getString("outcome")),
                        row.getBoolean("held"),
                        row.getBoolean("independent"),
                        row.getBoolean("veiled") && row.getBoolean("independent")))
                .list();
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Outcome outcome(@Nullable String stored) {
        return stored == null ? null : Outcome.valueOf(stored);
    }

    record Counts(long overdue, long today, long thisWeek, long later) {}

    record Row(
            UUID id,
            UUID task,
            AppealState state,
            AppellantRole role,
            List<String> policies,
            int severity,
            String language,
            Instant receivedAt,
            Instant dueAt,
            @Nullable Outcome outcome,
            boolean held,
            boolean independent,
            boolean veiled) {}
}
