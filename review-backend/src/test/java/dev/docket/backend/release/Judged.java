package dev.docket.backend.release;

import dev.docket.backend.platform.Ids;
import dev.docket.backend.support.TestDatabase;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Items that models scored and people decided on, put straight into their tables.
public final class Judged {
    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.shared().ownerDataSource());

    private Judged() {}

    /// An item with one label that somebody decided on.
    ///
    /// @param label whether people found `harassment`
    /// @param counting the version whose scores counted
    /// @param score what it said of `harassment`
    public static UUID item(boolean label, String counting, double score) {
        UUID item = Ids.next();
        UUID decision = Ids.next();
        JDBC.sql("""
                        INSERT INTO item (id, source, external_id, state, content_sha256, text, language, submitted_at)
                        VALUES (:item, 'forum', 'p-' || :item, 'SETTLED', '\\x00', 'some words', 'en', clock_timestamp())
                        """).param("item", item).update();
        JDBC.sql("""
                        WITH decided AS (
                            INSERT INTO decision (id, item_id, task_id, round, person_id, outcome, state, effective_at)
                            VALUES (:decision, :item, :decision, 1, :decision, 'APPROVE', 'EFFECTIVE', now())
                            RETURNING decided_at)
                        INSERT INTO label_evidence (decision_id, item_id, decided_at, labels, scores, model_version,
                                                    scores_visible, sampling_probability, policy_versions)
                        SELECT :decision, :item, decided_at, jsonb_build_object('harassment', :label::int),
                               jsonb_build_object('harassment', :score::float8), :counting, true, 1, '{}'
                          FROM decided
                        """)
                .param("decision", decision)
                .param("item", item)
                .param("label", label ? 1 : 0)
                .param("score", score)
                .param("counting", counting)
                .update();
        return item;
    }

    /// What another said of the item, whose scores did not count.
    public static void beside(UUID item, String version, double score) {
        JDBC.sql(
                        "INSERT INTO shadow_score VALUES (:item, :version, clock_timestamp(), ARRAY[NULL, NULL, :score]::real[])")
                .param("item", item)
                .param("version", version)
                .param("score", score)
                .update();
    }
}
