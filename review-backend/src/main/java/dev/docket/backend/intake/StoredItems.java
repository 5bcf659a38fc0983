package dev.docket.backend.intake;

import dev.docket.dto.item.Author;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemContext;
import dev.docket.dto.item.ItemMetrics;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.review.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Items, their reach and their reports.
@Repository
class StoredItems {
    private static final TypeReference<List<StoredMedia>> MEDIA = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final String COLUMNS = """
            id, source, external_id, state, content_sha256, text, language, url, occurred_at, author, context, media,
            metadata, views, shares, reports, submitted_at
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredItems(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Inserts those whose `(source, externalId)` is not there yet, in one statement. Rows go in by the order of their
    /// keys, so that two batches with items in common wait for each other and never deadlock.
    ///
    /// @return the ids of those that were new
    Set<UUID> insert(List<NewItem> items, Instant now) {
        return Set.copyOf(jdbc.sql("""
                        INSERT INTO item (id, source, external_id, state, content_sha256, text, language, url, occurred_at,
                                          author_external_id, author, thread_id, context, media, metadata,
                                          views, shares, reports, submitted_at)
                        SELECT id, source, "externalId", 'RECEIVED', decode(digest, 'hex'), text, language, url, "occurredAt",
                               "authorId", author, "threadId", context, media, metadata, views, shares, reports, :now
                          FROM jsonb_to_recordset(:items::jsonb)
                               AS one (id uuid, source text, "externalId" text, digest text, text text, language text,
                                       url text, "occurredAt" timestamptz, "authorId" text, author jsonb,
                                       "threadId" text, context jsonb, media jsonb, metadata jsonb,
                                       views bigint, shares bigint, reports bigint)
                         ORDER BY source, "externalId", id
                        ON CONFLICT (source, external_id) DO NOTHING
                        RETURNING id
                        """)
                .param("items", json.writeValueAsString(items))
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .list());
    }

    /// Keeps a medium's file from being removed until the caller's transaction ends.
    void holdMedium(String sha256) {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(hashtextextended(:sha256, 0))")
                .param("sha256", sha256)
                .query((row, number) -> sha256)
                .list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM item WHERE id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    Optional<Row> find(String source, String externalId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM item WHERE source = :source AND external_id = :externalId")
                .param("source", source)
                .param("externalId", externalId)
                .query((row, number) -> read(row))
                .optional();
    }

    List<Item> findAll(Collection<UUID> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM item WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> read(row).item())
                .list();
    }

    /// An item that is in that state already is not written anew.
    void moveTo(UUID id, ItemState state) {
        jdbc.sql("UPDATE item SET state = :state WHERE id = :id AND state NOT IN ('ERASED', :state)")
                .param("id", id)
                .param("state", state.name())
                .update();
    }

    /// In the order of their ids, so that two who lock the same items wait for each other and never deadlock.
    Map<UUID, LockedItem> lock(Collection<UUID> ids) {
        var locked = new HashMap<UUID, LockedItem>();
        jdbc.sql("""
                        SELECT id, state, views, shares, reports FROM item
                         WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE
                        """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            locked.put(
                    row.getObject("id", UUID.class),
                    new LockedItem(
                            ItemState.valueOf(row.getString("state")),
                            new Reach(row.getLong("views"), row.getLong("shares"), row.getLong("reports"))));
        });
        return locked;
    }

    void moveAll(Collection<UUID> ids, ItemState state) {
        jdbc.sql("UPDATE item SET state = :state WHERE id = ANY(:ids) AND state <> 'ERASED'")
                .param("ids", ids.toArray(UUID[]::new))
                .param("state", state.name())
                .update();
    }

    /// The author's items on this platform, counted up to a thousand.
    Map<UUID, Integer> sentByAuthor(Collection<UUID> ids, Duration window, int most) {
        var sent = new HashMap<UUID, Integer>();
        jdbc.sql("""
                        SELECT this.id, (SELECT count(*) FROM (
                                           SELECT FROM item AS other
                                            WHERE other.source = this.source
                                              AND other.author_external_id = this.author_external_id
                                              AND other.submitted_at <= this.submitted_at
                                              AND other.submitted_at > this.submitted_at - :seconds * interval '1 second'
                                            LIMIT :most) AS sent) AS sent
                          FROM item AS this
                         WHERE this.id = ANY(:items::uuid[]) AND this.author_external_id IS NOT NULL
                        """)
                .param("seconds", window.toSeconds())
                .param("most", most)
                .param("items", ids.toArray(UUID[]::new))
                .query(row -> {
                    sent.put(row.getObject("id", UUID.class), row.getInt("sent"));
                });
        return sent;
    }

    Evidence.History history(UUID item) {
        return jdbc.sql("""
                        SELECT count(*) AS items, min(one.submitted_at) AS first_seen
                          FROM item AS this
                          JOIN LATERAL (SELECT submitted_at FROM item AS other
                                         WHERE other.source = this.source
                                           AND other.author_external_id = this.author_external_id
                                         ORDER BY submitted_at LIMIT 1000) AS one ON true
                         WHERE this.id = :item
                        """)
                .param("item", item)
                .query((row, number) -> row.getInt("items") == 0
                        ? Evidence.History.UNKNOWN
                        : new Evidence.History(row.getInt("items"), null, null, instant(row, "first_seen")))
                .single();
    }

    Optional<ItemReachChanged> changeReach(UUID id, ItemMetrics metrics) {
        return jdbc.sql("""
                        UPDATE item SET views = coalesce(:views, views), shares = coalesce(:shares, shares),
                                        reports = coalesce(:reports, reports)
                         WHERE id = :id RETURNING views, shares, reports
                        """)
                .param("id", id)
                .param("views", metrics.views(), java.sql.Types.BIGINT)
                .param("shares", metrics.shares(), java.sql.Types.BIGINT)
                .param("reports", metrics.reports(), java.sql.Types.BIGINT)
                .query((row, number) -> reach(id, row))
                .optional();
    }

    /// @return the item's new reach
    ItemReachChanged countReport(UUID id) {
        return jdbc.sql("UPDATE item SET reports = reports + 1 WHERE id = :id RETURNING views, shares, reports")
                .param("id", id)
                .query((row, number) -> reach(id, row))
                .single();
    }

    /// @return whether it was the reporter's first on this item and policy
    boolean insertReport(
            UUID id, UUID item, String reporter, @Nullable String policy, @Nullable String comment, Instant now) {
        return jdbc.sql("""
                        INSERT INTO item_report (id, item_id, reporter, policy_key, comment, reported_at)
                        VALUES (:id, :item, :reporter, :policy, :comment, :now)
                        ON CONFLICT (item_id, reporter, coalesce(policy_key, '')) DO NOTHING
                        """)
                        .param("id", id)
                        .param("item", item)
                        .param("reporter", reporter)
                        .param("policy", policy)
                        .param("comment", comment)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    List<ReportView> reports(UUID item) {
        return reportsOn(List.of(item)).getOrDefault(item, List.of());
    }

    Map<UUID, List<ReportView>> reportsOn(Collection<UUID> items) {
        var reports = new HashMap<UUID, List<ReportView>>();
        jdbc.sql("""
                        SELECT report.* FROM unnest(:items::uuid[]) AS this (id)
                         CROSS JOIN LATERAL (
                                SELECT id, item_id, reporter, policy_key, comment, reported_at FROM item_report
                                 WHERE item_id = this.id ORDER BY reported_at, id LIMIT 200) AS report
                         ORDER BY report.reported_at, report.id
                        """).param("items", items.toArray(UUID[]::new)).query(row -> {
            var report = new ReportView(
                    row.getString("id"),
                    row.getString("reporter"),
                    row.getString("policy_key"),
                    row.getString("comment"),
                    row.getTimestamp("reported_at").toInstant());
            of(reports, row.getObject("item_id", UUID.class)).add(report);
        });
        return reports;
    }

    private static <T> List<T> of(Map<UUID, List<T>> lists, UUID item) {
        return lists.computeIfAbsent(item, absent -> new ArrayList<>());
    }

    long countReports(UUID item) {
        return jdbc.sql("SELECT count(*) FROM item_report WHERE item_id = :item")
                .param("item", item)
                .query(Long.class)
                .single();
    }

    /// @return those of `items` that anybody reported
    Set<UUID> reported(Collection<UUID> items) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT item_id FROM item_report WHERE item_id = ANY(:items)")
                .param("items", items.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    List<Evidence.ThreadItem> thread(UUID item) {
        return threads(List.of(item)).getOrDefault(item, List.of());
    }

    Map<UUID, List<Evidence.ThreadItem>> threads(Collection<UUID> items) {
        var threads = new HashMap<UUID, List<Evidence.ThreadItem>>();
        jdbc.sql("""
                        SELECT this.id AS this, other.id, other.author ->> 'displayName' AS author, other.text,
                               other.occurred_at
                          FROM item AS this
                         CROSS JOIN LATERAL (
                                SELECT id, author, text, occurred_at FROM item AS one
                                 WHERE one.source = this.source AND one.thread_id = this.thread_id
                                   AND one.id <> this.id AND one.state <> 'ERASED'
                                 ORDER BY one.occurred_at, one.id LIMIT 20) AS other
                         WHERE this.id = ANY(:items)
                         ORDER BY other.occurred_at, other.id
                        """).param("items", items.toArray(UUID[]::new)).query(row -> {
            var other = new Evidence.ThreadItem(
                    row.getString("id"),
                    row.getString("author"),
                    row.getString("text"),
                    instant(row, "occurred_at"),
                    null);
            of(threads, row.getObject("this", UUID.class)).add(other);
        });
        return threads;
    }

    /// Locks the item for what is about to be written of its media.
    ///
    /// @return whether the medium is there and nothing is known of it but its address
    boolean lockForMedium(UUID id, int medium) {
        return jdbc.sql("""
                        SELECT media -> :medium ->> 'url' IS NOT NULL AND media -> :medium ->> 'sha256' IS NULL
                               AND media -> :medium ->> 'fault' IS NULL
                          FROM item WHERE id = :id AND state <> 'ERASED' FOR NO KEY UPDATE
                        """)
                .param("id", id)
                .param("medium", medium)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Writes down the bytes that a medium was found to have, or why it has none.
    void describeMedium(UUID id, int medium, @Nullable String sha256, @Nullable String fault) {
        jdbc.sql("""
                        UPDATE item
                           SET media = jsonb_set(media, ARRAY[:medium::text],
                                   media -> :medium
                                   || jsonb_build_object('sha256', :sha256::text, 'fault', :fault::text))
                         WHERE id = :id
                        """)
                .param("id", id)
                .param("medium", medium)
                .param("sha256", sha256)
                .param("fault", fault)
                .update();
    }

    /// Takes the content out of the row and the words out of its reports.
    ///
    /// @return the media files that no other row speaks of; none will until the caller's transaction ends
    List<String> erase(UUID id, Instant now) {
        List<String> orphans =
                media(id).stream().filter(sha256 -> isLastWith(id, sha256)).toList();
        jdbc.sql("""
                        UPDATE item SET state = 'ERASED', text = NULL, url = NULL, author = NULL, author_external_id = NULL,
                                        thread_id = NULL, context = NULL, media = '[]', metadata = '{}',
                                        erased_at = coalesce(erased_at, :now)
                         WHERE id = :id
                        """).param("id", id).param("now", Timestamp.from(now)).update();
        jdbc.sql("UPDATE item_report SET comment = NULL WHERE item_id = :id")
                .param("id", id)
                .update();
        return orphans;
    }

    /// Locked against submissions of the same bytes, in one order for all.
    private List<String> media(UUID id) {
        return jdbc.sql("""
                        SELECT sha256, pg_advisory_xact_lock(hashtextextended(sha256, 0))
                          FROM (SELECT DISTINCT medium ->> 'sha256' AS sha256
                                  FROM item, jsonb_array_elements(media) AS medium
                                 WHERE id = :id AND medium ->> 'sha256' IS NOT NULL
                                 ORDER BY 1) AS kept
                        """)
                .param("id", id)
                .query((row, number) -> row.getString("sha256"))
                .list();
    }

    private boolean isLastWith(UUID id, String sha256) {
        return jdbc.sql("""
                        SELECT NOT EXISTS (SELECT FROM item
                                            WHERE id <> :id AND media <> '[]'
                                              AND media @> jsonb_build_array(jsonb_build_object('sha256', :sha256::text)))
                        """)
                .param("id", id)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private Row read(ResultSet row) throws SQLException {
        var state = ItemState.valueOf(row.getString("state"));
        var media = json.readValue(row.getString("media"), MEDIA);
        var item = new Item(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("external_id"),
                state,
                state == ItemState.ERASED ? null : content(row, media),
                row.getLong("views"),
                row.getLong("shares"),
                row.getLong("reports"),
                row.getTimestamp("submitted_at").toInstant(),
                IntStream.range(0, media.size())
                        .mapToObj(i -> media.get(i).kept(i))
                        .toList());
        return new Row(item, row.getBytes("content_sha256"));
    }

    private ItemContent content(ResultSet row, List<StoredMedia> media) throws SQLException {
        return new ItemContent(
                row.getString("source"),
                row.getString("external_id"),
                row.getString("text"),
                row.getString("language"),
                row.getString("url"),
                instant(row, "occurred_at"),
                media.stream().map(StoredMedia::toWire).toList(),
                parse(row.getString("author"), Author.class),
                parse(row.getString("context"), ItemContext.class),
                new ItemMetrics(row.getLong("views"), row.getLong("shares"), row.getLong("reports")),
                json.readValue(row.getString("metadata"), STRINGS));
    }

    private <T> @Nullable T parse(@Nullable String stored, Class<T> type) {
        return stored == null ? null : json.readValue(stored, type);
    }

    private static ItemReachChanged reach(UUID id, ResultSet row) throws SQLException {
        return new ItemReachChanged(id, row.getLong("views"), row.getLong("shares"), row.getLong("reports"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /// An item with the digest of what was sent.
    record Row(Item item, byte[] digest) {}
}
