package dev.docket.backend.release;

import dev.docket.backend.platform.Ids;
import dev.docket.backend.policy.LabelSchema;
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
        return item("harassment", label, counting, score);
    }

    /// The same of any label.
    ///
    /// @param found whether people found it
    public static UUID item(String label, boolean found, String counting, double score) {
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
                        SELECT :decision, :item, decided_at, jsonb_build_object(:label::text, :found::int),
                               jsonb_build_object(:label::text, :score::float8), :counting, true, 1, '{}'
                          FROM decided
                        """)
                .param("decision", decision)
                .param("item", item)
                .param("label", label)
                .param("found", found ? 1 : 0)
                .param("score", score)
                .param("counting", counting)
                .update();
        return item;
    }

    /// What another said of the item, whose scores did not count.
    public static void beside(UUID item, String version, double score) {
        beside(item, version, "harassment", score);
    }

    /// The same of any label.
    public static void beside(UUID item, String version, String label, double score) {
        JDBC.sql("""
                        INSERT INTO shadow_score
                        VALUES (:item, :version, clock_timestamp(), array_fill(NULL::real, ARRAY[:before]) || :score::real)
                        """)
                .param("before", LabelSchema.labels().indexOf(label))
                .param("item", item)
                .param("version", version)
                .param("score", score)
                .update();
    }

    /// An evaluation as training would have kept it.
    ///
    /// @param better than the champion at `harassment`, by its PR-AUC
    public static void evaluated(String version, String champion, double better) {
        String estimate = "{\"value\":%s,\"low\":%s,\"high\":%s}".formatted(better, better - 0.02, better + 0.02);
        String slice = """
                {"label":"harassment","n":400,"positives":150,"ece":0.02,"threshold":0.5,"confusion":[]}""";
        String compared = """
                {"label":"harassment","n":400,"positives":150,"prAuc":%s,"ece":0.0}""".formatted(estimate);
        JDBC.sql("DELETE FROM evaluation WHERE model_version = :version")
                .param("version", version)
                .update();
        JDBC.sql("INSERT INTO evaluation VALUES (:version, 'ls-1', 'test', :champion, :figures::jsonb, now())")
                .param("version", version)
                .param("champion", champion)
                .param("figures", """
                        {"modelVersion":"%s","labelSet":"ls-1","split":"test","champion":"%s","rows":400,"slices":[%s],
                         "versusChampion":[%s],"curves":[],"identitySwap":[],"evasion":[],
                         "evaluatedAt":"2026-11-20T10:00:00Z"}""".formatted(version, champion, slice, compared))
                .update();
    }
}
