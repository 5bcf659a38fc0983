package dev.docket.backend.appeals;

import dev.docket.backend.review.BlindAppeals;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Appeals in their blind first pass, and from whom their decisions are veiled.
@Repository
class BlindPasses implements BlindAppeals {
    private final JdbcClient jdbc;

    BlindPasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> veiledFrom(UUID person, Collection<UUID> items) {
        return jdbc.sql("""
                        SELECT DISTINCT item_id FROM appeal
                         WHERE item_id = ANY(:items::uuid[]) AND blind AND state IN ('RECEIVED', 'IN_REVIEW')
                           AND revealed_by IS DISTINCT FROM :person
                           AND NOT EXISTS (SELECT FROM review_task_skip AS skip
                                            WHERE skip.task_id = appeal.task_id AND skip.person_id = :person
                                              AND skip.reason = 'INVOLVED')
                        """)
                .param("items", items.toArray(UUID[]::new))
                .param("person", person)
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }
}
