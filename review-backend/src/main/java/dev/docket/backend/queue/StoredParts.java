package dev.docket.backend.queue;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// People who were asked about items, who answered, and who took part in another way.
@Repository
class StoredParts implements TaskInvolvement {
    private static final String PARTS = """
            SELECT person_id FROM (
                SELECT asked_to AS person_id, task_id FROM task_question WHERE item_id = :item AND asked_to IS NOT NULL
                UNION ALL
                SELECT answered_by, task_id FROM task_question WHERE item_id = :item AND answered_by IS NOT NULL
                UNION ALL
                SELECT person_id, task_id FROM item_part WHERE item_id = :item) AS part
            """;

    private final JdbcClient jdbc;

    StoredParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> of(UUID item) {
        return Set.copyOf(jdbc.sql(PARTS).param("item", item).query(UUID.class).set());
    }

    @Override
    public Set<UUID> before(UUID task, UUID item) {
        return Set.copyOf(jdbc.sql(PARTS + " WHERE task_id IS DISTINCT FROM :task::uuid")
                .param("item", item)
                .param("task", task)
                .query(UUID.class)
                .set());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(UUID person, Part part, Collection<UUID> items, @Nullable UUID task) {
        jdbc.sql("""
                        INSERT INTO item_part (item_id, person_id, task_id, part)
                        SELECT item, :person, :task, :part FROM unnest(:items::uuid[]) AS item
                        """)
                .param("items", items.toArray(UUID[]::new))
                .param("person", person)
                .param("task", task, java.sql.Types.OTHER)
                .param("part", part.name())
                .update();
        keepFromLooks(person, items, task);
    }

    /// Keeps somebody from looks at the items that were opened before they took part.
    ///
    /// @param except the task that they took part in, which they may be given all the same
    void keepFromLooks(UUID person, Collection<UUID> items, @Nullable UUID except) {
        jdbc.sql("""
                        INSERT INTO review_task_skip (task_id, person_id, reason, skipped_at)
                        SELECT id, :person, 'INVOLVED', clock_timestamp() FROM review_task
                         WHERE item_id = ANY(:items::uuid[]) AND state IN ('OPEN', 'CLAIMED') AND purpose = 'LIVE'
                           AND id IS DISTINCT FROM :except::uuid
                        ON CONFLICT (task_id, person_id) DO UPDATE SET reason = 'INVOLVED'
                        """)
                .param("items", items.toArray(UUID[]::new))
                .param("person", person)
                .param("except", except, java.sql.Types.OTHER)
                .update();
    }
}
