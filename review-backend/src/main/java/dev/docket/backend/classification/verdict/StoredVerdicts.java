package dev.docket.backend.classification.verdict;

import dev.docket.backend.platform.TextDigest;
import dev.docket.model.TextScores;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Verdicts in the table, for the next start and for other floors.
@Repository
class StoredVerdicts {
    private final JdbcClient jdbc;

    StoredVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param explained whether the scores come with their explanations
    record Row(TextDigest text, TextScores scores, boolean explained) {}

    /// Those of `texts` with a verdict on this basis, explained if it must be.
    List<Row> find(Collection<TextDigest> texts, Basis basis, boolean explained) {
        Map<TextDigest, Row> rows = new HashMap<>();
        var byBytes = texts.stream().collect(Collectors.toMap(TextDigest::toString, Function.identity()));
        jdbc.sql("""
                        SELECT encode(text_digest, 'hex') AS digest, explained, scores FROM verdict
                         WHERE text_digest = ANY (:texts::bytea[]) AND models = :models AND policies = :policies
                           AND (explained OR NOT :explained)
                        """)
                .param("texts", digests(texts))
                .param("models", basis.models())
                .param("policies", basis.policies())
                .param("explained", explained)
                .query(row -> {
                    var text = byBytes.get(row.getString("digest"));
                    boolean told = row.getBoolean("explained");
                    if (text != null) {
                        VerdictBytes.read(row.getBytes("scores"))
                                .ifPresent(scores -> rows.put(text, new Row(text, scores, told)));
                    }
                });
        return List.copyOf(rows.values());
    }

    /// In the order of digests, so that two floors that keep the same texts do not wait for each
    /// other in a ring.
    void keep(Collection<Row> rows, Basis basis) {
        var texts = rows.stream().map(Row::text).toList();
        jdbc.sql("""
                        INSERT INTO verdict AS kept (text_digest, models, policies, explained, scores)
                        SELECT digest, :models, :policies, explained, scores
                          FROM unnest(:texts::bytea[], :explained::boolean[], :scores::bytea[])
                               AS row (digest, explained, scores)
                         ORDER BY digest
                        ON CONFLICT (text_digest) DO UPDATE
                           SET models = excluded.models, policies = excluded.policies, explained = excluded.explained,
                               scores = excluded.scores, kept_at = excluded.kept_at
                        """)
                .param("models", basis.models())
                .param("policies", basis.policies())
                .param("texts", digests(texts))
                .param("explained", rows.stream().map(Row::explained).toArray(Boolean[]::new))
                .param(
                        "scores",
                        rows.stream()
                                .map(row -> VerdictBytes.write(row.scores()))
                                .toArray(byte[][]::new))
                .update();
    }

    /// In the caller's transaction; other floors read of it with [#forgottenLately].
    void forget(TextDigest text) {
        jdbc.sql("DELETE FROM verdict WHERE text_digest = :text")
                .param("text", text.bytes())
                .update();
        jdbc.sql("""
                        INSERT INTO verdict_forgotten (text_digest) VALUES (:text)
                        ON CONFLICT (text_digest) DO UPDATE SET forgotten_at = excluded.forgotten_at
                        """).param("text", text.bytes()).update();
    }

    /// That a verdict was forgotten, and when.
    record Forgotten(TextDigest text, Instant at) {}

    /// Forgotten on any floor within so long.
    Set<Forgotten> forgottenLately(Duration within) {
        return jdbc.sql("""
                        SELECT text_digest, forgotten_at FROM verdict_forgotten
                         WHERE forgotten_at > clock_timestamp() - make_interval(secs => :seconds)
                        """)
                .param("seconds", within.toMillis() / 1000.0)
                .query((row, number) -> new Forgotten(
                        TextDigest.ofBytes(row.getBytes("text_digest")),
                        row.getTimestamp("forgotten_at").toInstant()))
                .set();
    }

    /// Drops what is too old or too much.
    int prune(Duration keep, int rows) {
        jdbc.sql("DELETE FROM verdict_forgotten WHERE forgotten_at < clock_timestamp() - interval '1 hour'")
                .update();
        return jdbc.sql("""
                        DELETE FROM verdict
                         WHERE kept_at < greatest(clock_timestamp() - make_interval(secs => :seconds),
                                                  (SELECT kept_at FROM verdict ORDER BY kept_at DESC OFFSET :rows LIMIT 1))
                        """)
                .param("seconds", keep.toMillis() / 1000.0)
                .param("rows", rows)
                .update();
    }

    private static byte[][] digests(Collection<TextDigest> texts) {
        return texts.stream().map(TextDigest::bytes).toArray(byte[][]::new);
    }
}
