package dev.docket.backend.queue;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// People who were asked about items, and who answered.
@Repository
class AskedPeople implements TaskInvolvement {
    private final JdbcClient jdbc;

    AskedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> of(UUID item) {
        return Set.copyOf(jdbc.sql("""
                        SELECT asked_to FROM task_question WHERE item_id = :item AND asked_to IS NOT NULL
                        UNION
                        SELECT answered_by FROM task_question WHERE item_id = :item AND answered_by IS NOT NULL
                        """)
                .param("item", item)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }
}
