package dev.docket.backend.support;

import dev.docket.backend.platform.Ids;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Items of authors and decisions in effect, put straight into their tables.
public final class Decided {
    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.shared().ownerDataSource());

    private Decided() {}

    /// An item of source `forum`, two hours old.
    public static UUID item(@Nullable String author) {
        UUID item = Ids.next();
        JDBC.sql("""
                        INSERT INTO item (id, source, external_id, state, content_sha256, text, language, occurred_at,
                                          author_external_id, author, submitted_at)
                        VALUES (:item, 'forum', 'p-' || :item, 'SETTLED', '\\x00', 'you are an idiot', 'en',
                                now() - interval '2 hours', :author::text,
                                CASE WHEN :author::text IS NULL THEN NULL ELSE
                                jsonb_build_object('externalId', :author::text, 'displayName', 'Zoë Example') END,
                                now() - interval '2 hours')
                        """).param("item", item).param("author", author, Types.VARCHAR).update();
        return item;
    }

    /// A violation of `harassment` in effect, in the place of whatever was before.
    ///
    /// @param actions as JSON
    public static UUID violation(UUID item, int round, int severity, String actions) {
        return decision(item, round, "VIOLATION", """
                [{"policy":"harassment","severity":%d,"spans":[[0,3]]}]""".formatted(severity), actions);
    }

    public static UUID approval(UUID item, int round) {
        return decision(item, round, "APPROVE", "[]", "[]");
    }

    private static UUID decision(UUID item, int round, String outcome, String violations, String actions) {
        UUID decision = Ids.next();
        JDBC.sql("UPDATE decision SET state = 'SUPERSEDED' WHERE item_id = :item AND state = 'EFFECTIVE'")
                .param("item", item)
                .update();
        JDBC.sql("""
                        INSERT INTO decision (id, item_id, task_id, round, person_id, outcome, violations, actions,
                                              policy_versions, state, undo_until, effective_at, effective_seq)
                        SELECT :id, :item, :task, :round, :person, :outcome, :violations::jsonb, :actions::jsonb,
                               '{"harassment":1}', 'EFFECTIVE', now(), now(),
                               (SELECT coalesce(max(effective_seq), 0) + 1 FROM decision)
                        """)
                .param("id", decision)
                .param("item", item)
                .param("task", Ids.next())
                .param("round", round)
                .param("person", Ids.next())
                .param("outcome", outcome)
                .param("violations", violations)
                .param("actions", actions)
                .update();
        return decision;
    }
}
