package dev.docket.backend.queue;

import dev.docket.backend.platform.Remembered;
import dev.docket.backend.platform.SourceQueue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The queues that policies have for single sources. Which there are is read again every second, as policies are; where
/// a new task goes is read in its own transaction.
@Repository
class SourceQueues {
    /// The queue of `:queue`'s policy for the item `:item`'s source, if it has one.
    static final String OF_ITEM = """
            (SELECT own.policy_key || '@' || own.source
               FROM source_queue AS own JOIN item ON item.source = own.source
              WHERE own.policy_key = :queue AND item.id = :item)
            """;

    private final JdbcClient jdbc;
    private final Remembered<Map<String, List<SourceQueue>>> known =
            new Remembered<>(Duration.ofSeconds(1), this::read);

    SourceQueues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the order of their sources' names.
    List<SourceQueue> of(String policy) {
        return known.get().getOrDefault(policy, List.of());
    }

    /// Has queues for these sources and no others, as soon as [#forget] is called.
    void replace(String policy, Collection<String> sources, UUID by) {
        String[] kept = sources.toArray(String[]::new);
        jdbc.sql("DELETE FROM source_queue WHERE policy_key = :policy AND source <> ALL (:sources::text[])")
                .param("policy", policy)
                .param("sources", kept)
                .update();
        jdbc.sql("""
                        INSERT INTO source_queue (policy_key, source, made_by)
                        SELECT :policy, source, :by FROM unnest(:sources::text[]) AS source
                        ON CONFLICT DO NOTHING
                        """)
                .param("policy", policy)
                .param("sources", kept)
                .param("by", by)
                .update();
    }

    /// To be called once what was changed is committed.
    void forget() {
        known.forget();
    }

    /// Moves some of what waits or is held where it does not belong any more, the most urgent first.
    ///
    /// @return how many went
    int sort(String policy, int most) {
        return jdbc.sql("""
                        WITH astray AS MATERIALIZED (
                            SELECT task.id, coalesce(own.policy_key || '@' || own.source, :policy) AS queue_key
                              FROM review_task AS task
                              JOIN item ON item.id = task.item_id
                              LEFT JOIN source_queue AS own ON own.policy_key = :policy AND own.source = item.source
                             WHERE task.state IN ('OPEN', 'CLAIMED')
                               AND (task.queue_key = :policy OR starts_with(task.queue_key, :policy || '@'))
                               AND task.queue_key <> coalesce(own.policy_key || '@' || own.source, :policy)
                             ORDER BY task.deadline_at, task.id LIMIT :most
                               FOR UPDATE OF task)
                        UPDATE review_task AS task SET queue_key = astray.queue_key FROM astray WHERE task.id = astray.id
                        """).param("policy", policy).param("most", most).update();
    }

    private Map<String, List<SourceQueue>> read() {
        return jdbc
                .sql("SELECT policy_key, source FROM source_queue ORDER BY policy_key, source")
                .query((row, number) -> new SourceQueue(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(SourceQueue::policy));
    }
}
