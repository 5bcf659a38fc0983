package dev.docket.backend.quality;

import dev.docket.backend.platform.Ids;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestDatabase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Decisions put straight into their table, as if they had been taken.
final class PlantedLooks {
    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.shared().ownerDataSource());

    private PlantedLooks() {}

    /// @param policy found violated; null for APPROVE
    static UUID look(UUID item, int round, String kind, UUID person, @Nullable String policy) {
        return look(item, round, kind, person, policy, "SUPERSEDED");
    }

    static UUID look(UUID item, int round, String kind, UUID person, @Nullable String policy, String state) {
        UUID id = Ids.next();
        JDBC.sql("""
                        INSERT INTO decision (id, item_id, round, kind, person_id, outcome, violations, policy_versions,
                                              state, undo_until)
                        VALUES (:id, :item, :round, :kind, :person, :outcome, :violations::jsonb, '{"hate":1}', :state,
                                now())
                        """)
                .param("id", id)
                .param("item", item)
                .param("round", round)
                .param("kind", kind)
                .param("person", person)
                .param("outcome", policy == null ? "APPROVE" : "VIOLATION")
                .param("violations", policy == null ? "[]" : "[{\"policy\":\"%s\",\"severity\":2}]".formatted(policy))
                .param("state", state)
                .update();
        return id;
    }

    /// A first and a second look at a new item.
    static UUID pair(UUID one, @Nullable String first, UUID other, @Nullable String second) {
        UUID item = Tasks.item("some text");
        look(item, 1, "FIRST", one, first);
        look(item, 2, "SECOND", other, second);
        return item;
    }
}
