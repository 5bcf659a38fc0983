package dev.docket.backend.appeals;

import dev.docket.backend.queue.ReviewTasks;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The review tasks behind appeals.
@Repository
class AppealTasks {
    private final JdbcClient jdbc;
    private final ReviewTasks tasks;

    AppealTasks(JdbcClient jdbc, ReviewTasks tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /// Opens a round of its own for an appeal. Its deadline is the promise made to the appellant.
    void open(NewTask task) {
        jdbc.sql("""
                        INSERT INTO review_task (id, item_id, kind, round, queue_key, language, severity, deadline_at, reason)
                        VALUES (:id, :item, 'APPEAL', :round, 'appeals', :language, :severity, :due, :reason)
                        """)
                .param("id", task.id())
                .param("item", task.item())
                .param("round", tasks.beginRound(task.item()))
                .param("language", task.language())
                .param("severity", task.severity())
                .param("due", Timestamp.from(task.dueAt()))
                .param("reason", task.reason())
                .update();
    }

    /// Keeps a task from people who took part before; it is never offered to them.
    void bar(UUID task, Collection<UUID> people, Instant now) {
        jdbc.sql("""
                        INSERT INTO review_task_skip (task_id, person_id, reason, skipped_at)
                        SELECT :task, person, 'INVOLVED', :now FROM unnest(:people::uuid[]) AS person
                        ON CONFLICT (task_id, person_id) DO NOTHING
                        """)
                .param("task", task)
                .param("people", people.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Takes a task off its queue, held or not: there is nothing left to decide.
    void cancel(UUID task) {
        jdbc.sql("""
                        UPDATE review_task SET state = 'CANCELLED', leased_until = NULL
                         WHERE id = :task AND state IN ('OPEN', 'CLAIMED')
                        """).param("task", task).update();
    }

    boolean isHeldBy(UUID task, UUID person) {
        return jdbc.sql("""
                        SELECT count(*) FROM review_task
                         WHERE id = :task AND state = 'CLAIMED' AND claimed_by = :person
                           AND leased_until > clock_timestamp()
                        """)
                        .param("task", task)
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Whether the task is kept from this person: they decided on the item before, or were asked about it.
    boolean isBarred(UUID task, UUID person) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM review_task_skip
                                        WHERE task_id = :task AND person_id = :person AND reason = 'INVOLVED')
                        """)
                .param("task", task)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /// Those of these tasks that somebody holds.
    Set<UUID> held(Collection<UUID> tasks) {
        return Set.copyOf(jdbc.sql("SELECT id FROM review_task WHERE id = ANY(:tasks) AND state = 'CLAIMED'")
                .param("tasks", tasks.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /// A task to be.
    record NewTask(UUID id, UUID item, String language, int severity, Instant dueAt, String reason) {}
}
