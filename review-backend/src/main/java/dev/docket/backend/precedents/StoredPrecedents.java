package dev.docket.backend.precedents;

import dev.docket.backend.platform.Ids;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Decisions in effect, as precedents show them.
@Repository
class StoredPrecedents {
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredPrecedents(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param overturned whether this outcome took the place of another one by appeal or reversal
    record Decided(UUID item, UUID decision, Outcome outcome, List<String> policies, boolean overturned) {
        Evidence.Precedent precedent(double similarity) {
            return new Evidence.Precedent(
                    item.toString(), decision.toString(), outcome, policies, similarity, overturned);
        }
    }

    /// Those of `items` with a decision in effect that nobody is about to look at again.
    Map<UUID, Decided> decided(Collection<UUID> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT decision.item_id, decision.id, decision.outcome, decision.violations,
                               decision.kind = 'REVERSAL' OR coalesce(decision.appeal_outcome IN ('OVERTURN', 'CHANGE'), false)
                                   AS overturned
                          FROM decision JOIN item ON item.id = decision.item_id
                         WHERE decision.item_id = ANY(:items) AND decision.state = 'EFFECTIVE'
                           AND decision.effective_seq IS NOT NULL AND item.state <> 'ERASED'
                           AND NOT EXISTS (SELECT FROM review_task AS task
                                            WHERE task.item_id = item.id AND task.state IN ('OPEN', 'CLAIMED')
                                              AND task.purpose = 'LIVE')
                        """)
                .param("items", items.toArray(UUID[]::new))
                .query((row, number) -> new Decided(
                        row.getObject("item_id", UUID.class),
                        row.getObject("id", UUID.class),
                        Outcome.valueOf(row.getString("outcome")),
                        json.readValue(row.getString("violations"), VIOLATIONS).stream()
                                .map(Violation::policy)
                                .toList(),
                        row.getBoolean("overturned")))
                .list()
                .stream()
                .collect(Collectors.toMap(Decided::item, Function.identity(), (first, second) -> second));
    }

    /// Opens a round of the item in the queue where it was, and at once: whoever was wronged has waited long enough.
    ///
    /// @param involved people it is closed to
    /// @return the queue; empty when the item waits already or never did
    Optional<String> reopen(UUID item, int round, Collection<UUID> involved, String reason) {
        UUID task = Ids.next();
        var queue = jdbc.sql("""
                        INSERT INTO review_task (id, item_id, kind, round, queue_key, language, severity, probability,
                                                 deadline_at, reason)
                        SELECT :task, last.item_id, 'FIRST', :round, last.queue_key, last.language, last.severity, last.probability, clock_timestamp(), :reason
                          FROM (SELECT * FROM review_task
                                 WHERE item_id = :item AND purpose = 'LIVE'
                                   AND queue_key IN (SELECT key FROM policy)
                                 ORDER BY round DESC, enqueued_at DESC LIMIT 1) AS last
                         WHERE NOT EXISTS (SELECT FROM review_task
                                            WHERE item_id = :item AND purpose = 'LIVE' AND state IN ('OPEN', 'CLAIMED'))
                        RETURNING queue_key
                        """)
                .param("task", task)
                .param("item", item)
                .param("round", round)
                .param("reason", reason)
                .query((row, number) -> row.getString("queue_key"))
                .optional();
        if (queue.isPresent()) {
            jdbc.sql("""
                            INSERT INTO review_task_skip (task_id, person_id, reason, skipped_at)
                            SELECT :task, person, 'INVOLVED', clock_timestamp() FROM unnest(:involved::uuid[]) AS person
                            """)
                    .param("task", task)
                    .param("involved", involved.toArray(UUID[]::new))
                    .update();
        }
        return queue;
    }
}
