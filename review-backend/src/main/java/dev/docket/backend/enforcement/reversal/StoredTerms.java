package dev.docket.backend.enforcement.reversal;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How long actions hold.
@Repository
class StoredTerms {
    private final JdbcClient jdbc;

    StoredTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void start(UUID decision, UUID item, Action action) {
        jdbc.sql("""
                        INSERT INTO action_term (decision_id, action, item_id, ends_at)
                        VALUES (:decision, :action, :item, :until) ON CONFLICT DO NOTHING
                        """)
                .param("decision", decision)
                .param("action", action.type().name())
                .param("item", item)
                .param("until", Timestamp.from(Objects.requireNonNull(action.until())))
                .update();
    }

    /// Ends what is due, oldest first; what another backend is ending is left to it.
    List<Ended> expire(int most) {
        return jdbc.sql("""
                        WITH due AS MATERIALIZED (
                            SELECT decision_id, action FROM action_term
                             WHERE state = 'RUNNING' AND ends_at <= clock_timestamp()
                             ORDER BY ends_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE action_term AS term SET state = 'EXPIRED', ended_at = clock_timestamp()
                          FROM due WHERE term.decision_id = due.decision_id AND term.action = due.action
                        RETURNING term.decision_id, term.item_id, term.action, term.ends_at, term.ended_at
                        """)
                .param("most", most)
                .query((row, number) -> new Ended(
                        row.getObject("decision_id", UUID.class),
                        row.getObject("item_id", UUID.class),
                        ActionType.valueOf(row.getString("action")),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getTimestamp("ended_at").toInstant()))
                .list();
    }

    /// Stops the terms of a decision that is superseded. Waits for a backend that is ending one of them.
    void withdraw(UUID decision) {
        jdbc.sql("""
                        UPDATE action_term SET state = 'WITHDRAWN', ended_at = clock_timestamp()
                         WHERE decision_id = :decision AND state = 'RUNNING'
                        """).param("decision", decision).update();
    }

    /// Of the decision's actions those whose time was over.
    Set<ActionType> expired(UUID decision) {
        var expired = EnumSet.noneOf(ActionType.class);
        jdbc.sql("SELECT action FROM action_term WHERE decision_id = :decision AND state = 'EXPIRED'")
                .param("decision", decision)
                .query((row, number) -> ActionType.valueOf(row.getString("action")))
                .list()
                .forEach(expired::add);
        return expired;
    }

    /// An action whose time is over.
    ///
    /// @param at when that was noticed
    record Ended(UUID decision, UUID item, ActionType type, Instant endsAt, Instant at) {}
}
