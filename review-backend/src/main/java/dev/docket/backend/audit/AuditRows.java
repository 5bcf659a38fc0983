package dev.docket.backend.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;

/// Entries, what awaits its link, and the links. Nothing here changes or deletes an entry or a link, and the
/// application's role could not.
@Repository
class AuditRows {
    private static final int FETCH = 500;
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The rows as one connection sees them, for a check outside the floor.
    static AuditRows seenBy(Connection connection) {
        return new AuditRows(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    /// @param link its place in the chain; null until it is sealed
    record Placed(Entry entry, @Nullable Link link) {}

    record Link(long sequence, byte[] hash) {}

    /// @param entry null where the link's entry is gone
    record Linked(Link link, @Nullable Entry entry) {}

    record Head(long sequence, byte[] hash, byte[] signature) {}

    /// Which entries to list, newest first.
    ///
    /// @param before where the page before ended; null for the first page
    record Filter(
            @Nullable String actorId,
            @Nullable String action,
            @Nullable String subjectKind,
            @Nullable String subjectId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Position before) {}

    record Position(Instant at, UUID id) {}

    void append(
            UUID id,
            String actorKind,
            @Nullable String actorId,
            String action,
            String subjectKind,
            String subjectId,
            String details) {
        jdbc.sql("""
                WITH entry AS (
                    INSERT INTO audit_entry (id, actor_kind, actor_id, action, subject_kind, subject_id, details)
                    VALUES (:id, :actorKind, :actorId, :action, :subjectKind, :subjectId, :details::jsonb)
                    RETURNING id, at)
                INSERT INTO audit_unsealed (entry_id, entry_at) SELECT id, at FROM entry
                """)
                .param("id", id)
                .param("actorKind", actorKind)
                .param("actorId", actorId)
                .param("action", action)
                .param("subjectKind", subjectKind)
                .param("subjectId", subjectId)
                .param("details", details)
                .update();
    }

    /// @param id of the entry
    /// @param subject id of what it is about
    /// @param details JSON
    record Subject(UUID id, String subject, String details) {}

    void appendAll(
            String actorKind, @Nullable String actorId, String action, String subjectKind, List<Subject> subjects) {
        jdbc.sql("""
                WITH entry AS (
                    INSERT INTO audit_entry (id, actor_kind, actor_id, action, subject_kind, subject_id, details)
                    SELECT one.id, :actorKind, :actorId, :action, :subjectKind, one.subject, one.details::jsonb
                      FROM unnest(:ids::uuid[], :subjects::text[], :details::text[]) AS one (id, subject, details)
                    RETURNING id, at)
                INSERT INTO audit_unsealed (entry_id, entry_at) SELECT id, at FROM entry
                """)
                .param("actorKind", actorKind)
                .param("actorId", actorId)
                .param("action", action)
                .param("subjectKind", subjectKind)
                .param("ids", subjects.stream().map(Subject::id).toArray(UUID[]::new))
                .param("subjects", subjects.stream().map(Subject::subject).toArray(String[]::new))
                .param("details", subjects.stream().map(Subject::details).toArray(String[]::new))
                .update();
    }

    /// One sealer at a time, on all backends; held to the end of the transaction.
    boolean takeSealingLock() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('docket.audit.seal'))")
                .query(Boolean.class)
                .single();
    }

    Optional<Link> lastLink() {
        return jdbc.sql("SELECT sequence, hash FROM audit_link ORDER BY sequence DESC LIMIT 1")
                .query((row, number) -> new Link(row.getLong("sequence"), row.getBytes("hash")))
                .optional();
    }

    /// Entries whose row is gone stay marked, and are found by the check.
    List<Entry> takeUnsealed(int limit) {
        return jdbc.sql("""
                WITH taken AS (
                    DELETE FROM audit_unsealed WHERE entry_id IN (
                        SELECT u.entry_id FROM audit_unsealed u
                          JOIN audit_entry e ON e.id = u.entry_id AND e.at = u.entry_at
                         ORDER BY u.entry_at, u.entry_id LIMIT :limit)
                    RETURNING entry_id, entry_at)
                SELECT e.id, e.at, e.actor_kind, e.actor_id, e.action, e.subject_kind, e.subject_id, e.details::text
                  FROM taken t JOIN audit_entry e ON e.id = t.entry_id AND e.at = t.entry_at
                 ORDER BY e.at, e.id
                """)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /// A whole batch at once: every claim and every decision has its link.
    void addLinks(List<Linked> links) {
        jdbc.sql("""
                INSERT INTO audit_link (sequence, entry_id, entry_at, hash)
                SELECT one.sequence, one.entry, one.at, decode(one.hash, 'hex')
                  FROM unnest(:sequences::bigint[], :entries::uuid[], :times::timestamptz[], :hashes::text[])
                       AS one (sequence, entry, at, hash)
                """)
                .param(
                        "sequences",
                        each(links, linked -> linked.link().sequence()).toArray(Long[]::new))
                .param("entries", each(links, linked -> entry(linked).id()).toArray(UUID[]::new))
                .param(
                        "times",
                        each(links, linked -> entry(linked).at().toString()).toArray(String[]::new))
                .param(
                        "hashes",
                        each(links, linked -> HEX.formatHex(linked.link().hash()))
                                .toArray(String[]::new))
                .update();
    }

    private static <T> List<T> each(List<Linked> links, Function<Linked, T> part) {
        return links.stream().map(part).toList();
    }

    private static Entry entry(Linked linked) {
        return Objects.requireNonNull(linked.entry(), "a new link has its entry");
    }

    void moveHead(Head head) {
        jdbc.sql("""
                INSERT INTO audit_head (sequence, hash, signature) VALUES (:sequence, :hash, :signature)
                ON CONFLICT (singleton) DO UPDATE SET sequence = :sequence, hash = :hash, signature = :signature
                """)
                .param("sequence", head.sequence())
                .param("hash", head.hash())
                .param("signature", head.signature())
                .update();
    }

    Optional<Head> head() {
        return jdbc.sql("SELECT sequence, hash, signature FROM audit_head")
                .query((row, number) ->
                        new Head(row.getLong("sequence"), row.getBytes("hash"), row.getBytes("signature")))
                .optional();
    }

    /// Every link in order, a few at a time: the trail is longer than memory. Needs a transaction.
    void forEachLink(Consumer<Linked> visitor) {
        jdbc.sql("""
                SELECT l.sequence, l.hash, e.id, e.at, e.actor_kind, e.actor_id, e.action, e.subject_kind, e.subject_id,
                       e.details::text
                  FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id AND e.at = l.entry_at
                 ORDER BY l.sequence
                """).withFetchSize(FETCH).query(row -> {
            var link = new Link(row.getLong("sequence"), row.getBytes("hash"));
            visitor.accept(new Linked(link, row.getObject("id") == null ? null : entry(row)));
        });
    }

    long unsealed() {
        return jdbc.sql("SELECT count(*) FROM audit_unsealed").query(Long.class).single();
    }

    /// Entries that neither hang on the chain nor await it, and marks whose entry is gone.
    long strays() {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM audit_entry e
                         WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)
                           AND NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.entry_id = e.id))
                     + (SELECT count(*) FROM audit_unsealed u
                         WHERE NOT EXISTS (SELECT FROM audit_entry e WHERE e.id = u.entry_id AND e.at = u.entry_at))
                """).query(Long.class).single();
    }

    List<Placed> list(Filter filter, int limit) {
        var before = filter.before();
        return jdbc.sql("""
                SELECT e.id, e.at, e.actor_kind, e.actor_id, e.action, e.subject_kind, e.subject_id, e.details::text,
                       l.sequence, l.hash
                  FROM audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id
                 WHERE (:actorId::text IS NULL OR e.actor_id = :actorId)
                   AND (:action::text IS NULL OR e.action = :action)
                   AND (:subjectKind::text IS NULL OR e.subject_kind = :subjectKind)
                   AND (:subjectId::text IS NULL OR e.subject_id = :subjectId)
                   AND (:from::timestamptz IS NULL OR e.at >= :from)
                   AND (:to::timestamptz IS NULL OR e.at < :to)
                   AND (:beforeAt::timestamptz IS NULL OR (e.at, e.id) < (:beforeAt, :beforeId::uuid))
                 ORDER BY e.at DESC, e.id DESC LIMIT :limit
                """)
                .param("actorId", filter.actorId())
                .param("action", filter.action())
                .param("subjectKind", filter.subjectKind())
                .param("subjectId", filter.subjectId())
                .param("from", offset(filter.from()))
                .param("to", offset(filter.to()))
                .param("beforeAt", before == null ? null : offset(before.at()))
                .param("beforeId", before == null ? null : before.id())
                .param("limit", limit)
                .query((row, number) -> new Placed(
                        entry(row),
                        row.getObject("sequence") == null
                                ? null
                                : new Link(row.getLong("sequence"), row.getBytes("hash"))))
                .list();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_kind"),
                row.getString("actor_id"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("details"));
    }
}
