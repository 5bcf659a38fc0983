package dev.docket.backend.quality;

import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Answers to trial tasks. Like a decision, one is never edited, only taken back.
@Repository
class StoredTrialAnswers {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredTrialAnswers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @return the end of its grace time, by the database's clock
    Instant insert(Answer answer) {
        return jdbc.sql("""
                        INSERT INTO trial_answer (id, task_id, item_id, person_id, outcome, violations, policy_versions,
                                                  note, elapsed_ms, revealed, answered_at, undo_until)
                        SELECT :id, :task, :item, :person, :outcome, :violations::jsonb, :policyVersions::jsonb, :note,
                               :elapsedMs, :revealed, clock.now, clock.now + make_interval(secs => :grace)
                          FROM (SELECT clock_timestamp() AS now) AS clock
                        RETURNING undo_until
                        """)
                .param("id", answer.id())
                .param("task", answer.task())
                .param("item", answer.item())
                .param("person", answer.person())
                .param("outcome", answer.outcome().name())
                .param("violations", json.writeValueAsString(answer.violations()))
                .param("policyVersions", json.writeValueAsString(answer.policyVersions()))
                .param("note", answer.note(), Types.VARCHAR)
                .param("elapsedMs", answer.elapsedMs(), Types.BIGINT)
                .param("revealed", answer.revealed(), Types.VARCHAR)
                .param("grace", (double) answer.grace().toSeconds())
                .query((row, number) -> row.getTimestamp("undo_until").toInstant())
                .single();
    }

    /// @return its task; empty when it is none of this person's, or its grace time is over
    Optional<UUID> undo(UUID answer, UUID person) {
        return jdbc.sql("""
                        UPDATE trial_answer SET undone_at = clock_timestamp()
                         WHERE id = :answer AND person_id = :person AND undone_at IS NULL
                           AND undo_until > clock_timestamp()
                        RETURNING task_id
                        """)
                .param("answer", answer)
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    boolean isBy(UUID answer, UUID person) {
        return jdbc.sql("SELECT count(*) FROM trial_answer WHERE id = :answer AND person_id = :person")
                        .param("answer", answer)
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void forgetNotes(UUID item) {
        jdbc.sql("UPDATE trial_answer SET note = NULL WHERE item_id = :item AND note IS NOT NULL")
                .param("item", item)
                .update();
    }

    /// An answer to be.
    record Answer(
            UUID id,
            UUID task,
            UUID item,
            UUID person,
            Outcome outcome,
            List<Violation> violations,
            Map<String, Integer> policyVersions,
            @Nullable String note,
            @Nullable Long elapsedMs,
            @Nullable String revealed,
            Duration grace) {}
}
