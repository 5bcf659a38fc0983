package dev.docket.backend.classification.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Verdicts in the table, for the next start and for other floors.
@Repository
class StoredVerdicts {
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    StoredVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param digest of the whole content, in hex
    /// @param explained whether the scores come with their explanations
    record Row(String digest, byte[] scores, boolean explained) {}

    /// Those of `digests` with a verdict on this basis, explained if it must be.
    List<Row> find(Kind kind, Collection<String> digests, Basis basis, boolean explained) {
        var rows = new ArrayList<Row>();
        jdbc.sql(kind.sql("""
                        SELECT encode(DIGEST, 'hex') AS digest, explained, scores FROM VERDICT
                         WHERE DIGEST = ANY (:digests::bytea[]) AND models = :models AND policies = :policies
                           AND (explained OR NOT :explained)
                        """))
                .param("digests", bytes(digests))
                .param("models", basis.models())
                .param("policies", basis.policies())
                .param("explained", explained)
                .query(row -> {
                    rows.add(new Row(row.getString("digest"), row.getBytes("scores"), row.getBoolean("explained")));
                });
        return rows;
    }

    /// In the order of digests, so that two floors that keep the same ones do not wait for each
    /// other in a ring.
    void keep(Kind kind, Collection<Row> rows, Basis basis) {
        jdbc.sql(kind.sql("""
                        INSERT INTO VERDICT AS kept (DIGEST, models, policies, explained, scores)
                        SELECT digest, :models, :policies, explained, scores
                          FROM unnest(:digests::bytea[], :explained::boolean[], :scores::bytea[])
                               AS row (digest, explained, scores)
                         ORDER BY digest
                        ON CONFLICT (DIGEST) DO UPDATE
                           SET models = excluded.models, policies = excluded.policies, explained = excluded.explained,
                               scores = excluded.scores, kept_at = excluded.kept_at
                        """))
                .param("models", basis.models())
                .param("policies", basis.policies())
                .param("digests", bytes(rows.stream().map(Row::digest).toList()))
                .param("explained", rows.stream().map(Row::explained).toArray(Boolean[]::new))
                .param("scores", rows.stream().map(Row::scores).toArray(byte[][]::new))
                .update();
    }

    /// In the caller's transaction; other floors read of it with [#forgottenLately].
    void forget(Kind kind, String digest) {
        jdbc.sql(kind.sql("DELETE FROM VERDICT WHERE DIGEST = :digest"))
                .param("digest", HEX.parseHex(digest))
                .update();
        jdbc.sql(kind.sql("""
                        INSERT INTO VERDICT_forgotten (DIGEST) VALUES (:digest)
                        ON CONFLICT (DIGEST) DO UPDATE SET forgotten_at = excluded.forgotten_at
                        """)).param("digest", HEX.parseHex(digest)).update();
    }

    /// That a verdict was forgotten, and when.
    record Forgotten(String digest, Instant at) {}

    /// Forgotten on any floor within so long.
    Set<Forgotten> forgottenLately(Kind kind, Duration within) {
        return jdbc.sql(kind.sql("""
                        SELECT encode(DIGEST, 'hex') AS digest, forgotten_at FROM VERDICT_forgotten
                         WHERE forgotten_at > clock_timestamp() - make_interval(secs => :seconds)
                        """))
                .param("seconds", within.toMillis() / 1000.0)
                .query((row, number) -> new Forgotten(
                        row.getString("digest"),
                        row.getTimestamp("forgotten_at").toInstant()))
                .set();
    }

    /// Drops what is too old or too much.
    int prune(Kind kind, Duration keep, int rows) {
        jdbc.sql(kind.sql("DELETE FROM VERDICT_forgotten WHERE forgotten_at < clock_timestamp() - interval '1 hour'"))
                .update();
        return jdbc.sql(kind.sql("""
                        DELETE FROM VERDICT
                         WHERE kept_at < greatest(clock_timestamp() - make_interval(secs => :seconds),
                                                  (SELECT kept_at FROM VERDICT ORDER BY kept_at DESC OFFSET :rows LIMIT 1))
                        """))
                .param("seconds", keep.toMillis() / 1000.0)
                .param("rows", rows)
                .update();
    }

    private static byte[][] bytes(Collection<String> digests) {
        return digests.stream().map(HEX::parseHex).toArray(byte[][]::new);
    }
}
