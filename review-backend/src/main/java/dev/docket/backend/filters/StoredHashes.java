package dev.docket.backend.filters;

import dev.docket.backend.filters.Lines.HashLine;
import dev.docket.dto.filter.BankPurpose;
import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.filter.HashBankView;
import dev.docket.dto.filter.HashKind;
import dev.docket.dto.filter.HashState;
import dev.docket.dto.filter.HashView;
import dev.docket.dto.filter.NewHashBank;
import dev.docket.model.filter.HashEntry;
import dev.docket.model.image.PdqHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Hash banks as their rows keep them.
@Repository
class StoredHashes {
    private static final String BANKS = """
            SELECT bank.*, (SELECT count(*) FROM hash_entry WHERE bank_id = bank.id) AS hashes,
                   (SELECT count(*) FROM hash_entry WHERE bank_id = bank.id AND state = 'QUARANTINED') AS quarantined,
                   (SELECT count(DISTINCT met.item_id) FROM hash_match AS met JOIN hash_entry AS entry ON entry.id = met.hash_id
                     WHERE entry.bank_id = bank.id) AS matches
              FROM hash_bank AS bank
            """;

    private final JdbcClient jdbc;
    private final FilterVersions versions;

    StoredHashes(JdbcClient jdbc, FilterVersions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /// A hash that an image may be meeting, with what its bank wants.
    record Candidate(
            long id,
            HashKind kind,
            byte[] value,
            String bank,
            BankPurpose purpose,
            FilterEffect effect,
            @Nullable String policy,
            int severity) {}

    /// Makes whoever else changes banks wait until the caller's transaction ends.
    void lock() {
        versions.raise(FilterVersions.HASHES);
    }

    boolean insert(UUID id, NewHashBank bank, int severity, Instant at) {
        return jdbc.sql("""
                                INSERT INTO hash_bank (id, name, source, purpose, effect, policy_key, severity, enabled, created_at)
                                VALUES (:id, :name, :source, :purpose, :effect, :policy, :severity, true, :at)
                                ON CONFLICT (name) DO NOTHING
                                """)
                        .param("id", id)
                        .param("name", bank.name().strip())
                        .param("source", bank.source().strip())
                        .param("purpose", bank.purpose().name())
                        .param("effect", bank.effect().name())
                        .param("policy", bank.policy())
                        .param("severity", severity)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    List<HashBankView> banks() {
        return jdbc.sql(BANKS + " ORDER BY name")
                .query((row, number) -> bank(row))
                .list();
    }

    Optional<HashBankView> bank(UUID id) {
        return jdbc.sql(BANKS + " WHERE id = :id")
                .param("id", id)
                .query((row, number) -> bank(row))
                .optional();
    }

    private static HashBankView bank(ResultSet row) throws SQLException {
        return new HashBankView(
                row.getString("id"),
                row.getString("name"),
                row.getString("source"),
                BankPurpose.valueOf(row.getString("purpose")),
                FilterEffect.valueOf(row.getString("effect")),
                row.getString("policy_key"),
                row.getInt("severity"),
                row.getBoolean("enabled"),
                row.getLong("hashes"),
                row.getLong("quarantined"),
                row.getLong("matches"),
                row.getTimestamp("created_at").toInstant());
    }

    boolean enable(UUID bank, boolean enabled) {
        return jdbc.sql("UPDATE hash_bank SET enabled = :enabled WHERE id = :id AND enabled <> :enabled")
                        .param("id", bank)
                        .param("enabled", enabled)
                        .update()
                == 1;
    }

    boolean delete(UUID bank) {
        return jdbc.sql("DELETE FROM hash_bank WHERE id = :id")
                        .param("id", bank)
                        .update()
                == 1;
    }

    /// @return how many of them were not there
    int add(UUID bank, List<HashLine> lines) {
        return jdbc.sql("""
                        INSERT INTO hash_entry (bank_id, kind, value, label, source, severity, expires_at)
                        SELECT :bank, kind, decode(value, 'hex'), label, source, severity, expires::timestamptz
                          FROM unnest(:kinds::text[], :values::text[], :labels::text[], :sources::text[],
                                      :severities::integer[], :expiries::text[])
                               AS row (kind, value, label, source, severity, expires)
                        ON CONFLICT (bank_id, kind, value) DO NOTHING
                        """)
                .param("bank", bank)
                .param("kinds", lines.stream().map(line -> line.kind().name()).toArray(String[]::new))
                .param(
                        "values",
                        lines.stream()
                                .map(line -> HexFormat.of().formatHex(line.value()))
                                .toArray(String[]::new))
                .param("labels", lines.stream().map(HashLine::label).toArray(String[]::new))
                .param("sources", lines.stream().map(HashLine::source).toArray(String[]::new))
                .param("severities", lines.stream().map(HashLine::severity).toArray(Integer[]::new))
                .param(
                        "expiries",
                        lines.stream()
                                .map(line -> line.expiresAt() == null
                                        ? null
                                        : line.expiresAt().toString())
                                .toArray(String[]::new))
                .update();
    }

    /// Switches a hash; one that is enabled after its quarantine is counted from now on.
    boolean enable(UUID bank, long id, boolean enabled) {
        return jdbc.sql("""
                                UPDATE hash_entry
                                   SET state = :state, counted_from = CASE WHEN :enabled THEN clock_timestamp() ELSE counted_from END
                                 WHERE id = :id AND bank_id = :bank
                                """)
                        .param("state", (enabled ? HashState.ENABLED : HashState.DISABLED).name())
                        .param("enabled", enabled)
                        .param("id", id)
                        .param("bank", bank)
                        .update()
                == 1;
    }

    boolean delete(UUID bank, long id) {
        return jdbc.sql("DELETE FROM hash_entry WHERE id = :id AND bank_id = :bank")
                        .param("id", id)
                        .param("bank", bank)
                        .update()
                == 1;
    }

    /// A page of a bank, by id.
    List<HashView> page(UUID bank, @Nullable HashState state, long after, int most) {
        return jdbc.sql("""
                        SELECT entry.*, (SELECT count(*) FROM hash_match WHERE hash_id = entry.id) AS matches
                          FROM hash_entry AS entry
                         WHERE bank_id = :bank AND id > :after AND (:state::text IS NULL OR state = :state)
                         ORDER BY id LIMIT :most
                        """)
                .param("bank", bank)
                .param("after", after)
                .param("state", state == null ? null : state.name(), java.sql.Types.VARCHAR)
                .param("most", most)
                .query((row, number) -> view(row))
                .list();
    }

    /// Hashes of every bank with one of these values or ids, whatever their state.
    List<HashView> find(byte[] value, Collection<Long> ids) {
        return jdbc.sql("""
                        SELECT entry.*, (SELECT count(*) FROM hash_match WHERE hash_id = entry.id) AS matches
                          FROM (SELECT * FROM hash_entry WHERE value = :value
                                UNION SELECT * FROM hash_entry WHERE id = ANY(:ids::bigint[])
                                ORDER BY id LIMIT 500) AS entry
                         ORDER BY entry.id
                        """)
                .param("value", value)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> view(row))
                .list();
    }

    private static HashView view(ResultSet row) throws SQLException {
        var expires = row.getTimestamp("expires_at");
        int severity = row.getInt("severity");
        boolean inherited = row.wasNull();
        return new HashView(
                row.getString("id"),
                row.getString("bank_id"),
                HashKind.valueOf(row.getString("kind")),
                HexFormat.of().formatHex(row.getBytes("value")),
                row.getString("label"),
                row.getString("source"),
                inherited ? null : severity,
                expires == null ? null : expires.toInstant(),
                HashState.valueOf(row.getString("state")),
                row.getLong("matches"),
                null);
    }

    /// Hashes in force with one of the digests, or with one of the ids. A quarantined one only
    /// tells.
    List<Candidate> candidates(Collection<byte[]> sha256, Collection<byte[]> md5, Collection<Long> near) {
        return jdbc.sql("""
                        SELECT entry.id, entry.kind, entry.value, bank.name, bank.purpose, bank.policy_key,
                               CASE entry.state WHEN 'QUARANTINED' THEN 'SIGNAL' ELSE bank.effect END AS effect,
                               coalesce(entry.severity, bank.severity) AS severity
                          FROM (SELECT * FROM hash_entry WHERE kind = 'SHA256' AND value = ANY(:sha256::bytea[])
                                UNION ALL SELECT * FROM hash_entry WHERE kind = 'MD5' AND value = ANY(:md5::bytea[])
                                UNION ALL SELECT * FROM hash_entry WHERE id = ANY(:near::bigint[])) AS entry
                          JOIN hash_bank AS bank ON bank.id = entry.bank_id AND bank.enabled
                         WHERE entry.state <> 'DISABLED'
                           AND (entry.expires_at IS NULL OR entry.expires_at > clock_timestamp())
                        """)
                .param("sha256", sha256.toArray(byte[][]::new))
                .param("md5", md5.toArray(byte[][]::new))
                .param("near", near.toArray(Long[]::new))
                .query((row, number) -> new Candidate(
                        row.getLong("id"),
                        HashKind.valueOf(row.getString("kind")),
                        row.getBytes("value"),
                        row.getString("name"),
                        BankPurpose.valueOf(row.getString("purpose")),
                        FilterEffect.valueOf(row.getString("effect")),
                        row.getString("policy_key"),
                        row.getInt("severity")))
                .list();
    }

    /// Perceptual hashes that came after an id, in the order in which they were committed.
    List<HashEntry> after(long id, int most) {
        return jdbc.sql("SELECT id, value FROM hash_entry WHERE kind = 'PDQ' AND id > :id ORDER BY id LIMIT :most")
                .param("id", id)
                .param("most", most)
                .query((row, number) -> new HashEntry(row.getLong("id"), PdqHash.fromBytes(row.getBytes("value"), 100)))
                .list();
    }

    /// Those of the ids that are still there.
    List<Long> living(Collection<Long> ids) {
        return jdbc.sql("SELECT id FROM hash_entry WHERE id = ANY(:ids::bigint[])")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    boolean hasDigests() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM hash_entry WHERE kind <> 'PDQ')")
                .query(Boolean.class)
                .single();
    }

    /// Notes which hashes an item met; a second time counts once.
    void met(List<Long> hashes, List<UUID> items) {
        jdbc.sql("""
                        INSERT INTO hash_match (hash_id, item_id)
                        SELECT met.hash, met.item FROM unnest(:hashes::bigint[], :items::uuid[]) AS met (hash, item)
                          JOIN hash_entry AS entry ON entry.id = met.hash
                        ON CONFLICT DO NOTHING
                        """)
                .param("hashes", hashes.toArray(Long[]::new))
                .param("items", items.toArray(UUID[]::new))
                .update();
    }

    /// Quarantines hashes that matched `most` items within an hour, and ten times as many as in
    /// an hour of the week before.
    ///
    /// @return their ids
    List<Long> quarantine(int most) {
        return jdbc.sql("""
                        UPDATE hash_entry SET state = 'QUARANTINED'
                         WHERE state = 'ENABLED'
                           AND bank_id IN (SELECT id FROM hash_bank WHERE purpose = 'HARMFUL')
                           AND id IN (
                               SELECT met.hash_id FROM hash_match AS met JOIN hash_entry AS entry ON entry.id = met.hash_id
                                WHERE met.matched_at > greatest(entry.counted_from, clock_timestamp() - interval '1 hour')
                                GROUP BY met.hash_id
                               HAVING count(*) >= :most
                                  AND count(*) > 10 * (SELECT count(*) / 168.0 FROM hash_match AS before
                                                        WHERE before.hash_id = met.hash_id
                                                          AND before.matched_at <= clock_timestamp() - interval '1 hour'))
                        RETURNING id
                        """)
                .param("most", most)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    void forgetOldMatches() {
        jdbc.sql("DELETE FROM hash_match WHERE matched_at < clock_timestamp() - interval '7 days 1 hour'")
                .update();
    }
}
