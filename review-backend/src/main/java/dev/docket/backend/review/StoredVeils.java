package dev.docket.backend.review;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Second looks that are still to come, and who may give them.
@Repository
class StoredVeils {
    private final JdbcClient jdbc;

    StoredVeils(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of the items that await one which this person may give: they took no part before.
    Set<UUID> secondLooks(Collection<UUID> items, UUID person) {
        return jdbc.sql("""
                        SELECT DISTINCT item_id FROM review_task AS task
                         WHERE item_id = ANY(:items::uuid[]) AND kind = 'SECOND' AND purpose = 'LIVE'
                           AND state IN ('OPEN', 'CLAIMED')
                           AND NOT EXISTS (SELECT FROM review_task_skip AS skip
                                            WHERE skip.task_id = task.id AND skip.person_id = :person
                                              AND skip.reason = 'INVOLVED')
                        """)
                .param("items", items.toArray(UUID[]::new))
                .param("person", person)
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }
}
