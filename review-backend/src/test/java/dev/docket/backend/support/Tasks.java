package dev.docket.backend.support;

import dev.docket.backend.platform.Ids;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Items and tasks put straight into their tables.
public final class Tasks {
    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.shared().ownerDataSource());

    private Tasks() {}

    public static UUID waiting(String queue) {
        return waiting(queue, "en", 3600);
    }

    /// @param dueIn seconds from now to the virtual deadline
    public static UUID waiting(String queue, String language, int dueIn) {
        UUID item = item("you are an idiot");
        UUID task = Ids.next();
        JDBC.sql("""
                        INSERT INTO review_task (id, item_id, kind, queue_key, language, deadline_at, reason)
                        VALUES (:task, :item, 'FIRST', :queue, :language,
                                clock_timestamp() + make_interval(secs => :dueIn), 'for a test')
                        """)
                .param("task", task)
                .param("item", item)
                .param("queue", queue)
                .param("language", language)
                .param("dueIn", (double) dueIn)
                .update();
        return task;
    }

    public static UUID item(String text) {
        UUID item = Ids.next();
        JDBC.sql("""
                        INSERT INTO item (id, source, external_id, state, content_sha256, text, submitted_at)
                        VALUES (:item, 'test', :externalId, 'IN_REVIEW', '\\x00', :text, now())
                        """)
                .param("item", item)
                .param("externalId", item.toString())
                .param("text", text)
                .update();
        return item;
    }

    /// Lets the lease of a task run out.
    public static void expire(UUID task) {
        JDBC.sql("UPDATE review_task SET leased_until = clock_timestamp() - interval '1 ms' WHERE id = :task")
                .param("task", task)
                .update();
    }

    /// Lets the lease of a task run out in a few milliseconds.
    public static void expireSoon(UUID task) {
        JDBC.sql("UPDATE review_task SET leased_until = clock_timestamp() + interval '3 ms' WHERE id = :task")
                .param("task", task)
                .update();
    }

    /// Lets the planner know the tasks, as autovacuum would.
    public static void analyze() {
        JDBC.sql("ANALYZE review_task").update();
    }

    /// Ends the grace time of a decision.
    public static void endGrace(String decision) {
        JDBC.sql("UPDATE decision SET undo_until = clock_timestamp() - interval '1 ms' WHERE id = :id::uuid")
                .param("id", decision)
                .update();
    }

    /// Ends the grace time of a decision in a few milliseconds.
    public static void endGraceSoon(String decision) {
        JDBC.sql("UPDATE decision SET undo_until = clock_timestamp() + interval '4 ms' WHERE id = :id::uuid")
                .param("id", decision)
                .update();
    }
}
