package dev.docket.backend.quality;

import dev.docket.backend.platform.Ids;
import dev.docket.backend.support.TestDatabase;
import java.util.List;
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
                                              state, undo_until, effective_at)
                        VALUES (:id, :item, :round, :kind, :person, :outcome, :violations::jsonb, '{"hate":1}', :state,
                                now(), CASE WHEN :state = 'EFFECTIVE' THEN now() END)
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
        return pairs(1, one, first, other, second).getFirst();
    }

    /// A first and a second look at each of so many new items.
    static List<UUID> pairs(int count, UUID one, @Nullable String first, UUID other, @Nullable String second) {
        return JDBC.sql("""
                        WITH planted AS (
                            INSERT INTO item (id, source, external_id, state, content_sha256, text, submitted_at)
                            SELECT id, 'test', id::text, 'SETTLED', '\\x00', 'some text', now()
                              FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, :count)) AS fresh
                            RETURNING id),
                        looked AS (
                            INSERT INTO decision (id, item_id, round, kind, person_id, outcome, violations,
                                                  policy_versions, state, undo_until)
                            SELECT gen_random_uuid(), planted.id, look.round, look.kind, look.person,
                                   CASE WHEN look.policy = '' THEN 'APPROVE' ELSE 'VIOLATION' END,
                                   CASE WHEN look.policy = '' THEN '[]'::jsonb
                                        ELSE jsonb_build_array(jsonb_build_object('policy', look.policy, 'severity', 2)) END,
                                   '{"hate":1}', 'SUPERSEDED', now()
                              FROM planted CROSS JOIN (VALUES (1, 'FIRST', :one::uuid, :first),
                                                              (2, 'SECOND', :other::uuid, :second))
                                                      AS look (round, kind, person, policy))
                        SELECT id FROM planted
                        """)
                .param("count", count)
                .param("one", one)
                .param("other", other)
                .param("first", first == null ? "" : first)
                .param("second", second == null ? "" : second)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Adjudications in effect.
    static void adjudicate(List<UUID> items, UUID by, String policy) {
        JDBC.sql("""
                        INSERT INTO decision (id, item_id, round, kind, person_id, outcome, violations, policy_versions,
                                              state, undo_until, effective_at)
                        SELECT gen_random_uuid(), item::uuid, 3, 'ADJUDICATION', :by, 'VIOLATION',
                               jsonb_build_array(jsonb_build_object('policy', :policy::text, 'severity', 2)),
                               '{"hate":1}', 'EFFECTIVE', now(), now()
                          FROM unnest(:items::text[]) AS item
                        """)
                .param("by", by)
                .param("policy", policy)
                .param("items", items.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }
}
