package dev.docket.backend.precedents;

import dev.docket.model.Embedding;
import dev.docket.model.image.PdqHash;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Fingerprints as their rows keep them.
@Repository
class StoredFingerprints {
    private final JdbcClient jdbc;

    StoredFingerprints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A fingerprint that is to be written.
    ///
    /// @param words the normalised text
    /// @param unread names of images that are still to be hashed
    record Taken(Fingerprint print, @Nullable String words, List<String> unread) {}

    /// One statement for a whole batch. An item that is assessed again has its fingerprint taken anew.
    void write(List<Taken> batch, @Nullable String encoder) {
        if (batch.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO fingerprint (item_id, text_hash, sim_hash, embedding, encoder, words, unread_pictures)
                        SELECT item, hash, sim, embedding, CASE WHEN embedding IS NULL THEN NULL ELSE :encoder END,
                               to_tsvector('simple', words), string_to_array(unread, ',')
                          FROM unnest(:items::uuid[], :hashes::bytea[], :sims::bigint[], :embeddings::bytea[],
                                      :words::text[], :unread::text[]) AS row (item, hash, sim, embedding, words, unread)
                        ON CONFLICT (item_id) DO UPDATE
                           SET text_hash = excluded.text_hash, sim_hash = excluded.sim_hash,
                               embedding = excluded.embedding, encoder = excluded.encoder, words = excluded.words,
                               unread_pictures = excluded.unread_pictures, taken_at = clock_timestamp()
                        """)
                .param("encoder", encoder, Types.VARCHAR)
                .param(
                        "items",
                        batch.stream().map(taken -> taken.print().item()).toArray(UUID[]::new))
                .param(
                        "hashes",
                        batch.stream().map(taken -> taken.print().textHash()).toArray(byte[][]::new))
                .param(
                        "sims",
                        batch.stream().map(taken -> taken.print().simHash()).toArray(Long[]::new))
                .param(
                        "embeddings",
                        batch.stream().map(StoredFingerprints::bytes).toArray(byte[][]::new))
                .param("words", batch.stream().map(Taken::words).toArray(String[]::new))
                .param(
                        "unread",
                        batch.stream()
                                .map(taken -> String.join(",", taken.unread()))
                                .toArray(String[]::new))
                .update();
    }

    private static byte @Nullable [] bytes(Taken taken) {
        var embedding = taken.print().embedding();
        return embedding == null ? null : embedding.toBytes();
    }

    void forget(UUID item) {
        jdbc.sql("DELETE FROM picture_fingerprint WHERE item_id = :item")
                .param("item", item)
                .update();
        jdbc.sql("DELETE FROM fingerprint WHERE item_id = :item")
                .param("item", item)
                .update();
    }

    /// Items whose images are still to be hashed, locked against other backends until the transaction ends.
    Map<UUID, List<String>> unread(int most) {
        var unread = new HashMap<UUID, List<String>>();
        jdbc.sql("""
                        SELECT item_id, unread_pictures FROM fingerprint WHERE unread_pictures <> '{}'
                         ORDER BY taken_at LIMIT :most FOR UPDATE SKIP LOCKED
                        """).param("most", most).query(row -> {
            unread.put(row.getObject("item_id", UUID.class), List.of((String[])
                    row.getArray("unread_pictures").getArray()));
        });
        return unread;
    }

    void addPicture(UUID item, String sha256, PdqHash hash) {
        jdbc.sql("""
                        INSERT INTO picture_fingerprint (item_id, sha256, pdq, quality)
                        VALUES (:item, :sha256, ('x' || :pdq)::bit(256), :quality) ON CONFLICT DO NOTHING
                        """)
                .param("item", item)
                .param("sha256", sha256)
                .param("pdq", hash.toHex())
                .param("quality", hash.quality())
                .update();
    }

    void allRead(UUID item) {
        jdbc.sql("UPDATE fingerprint SET unread_pictures = '{}', taken_at = clock_timestamp() WHERE item_id = :item")
                .param("item", item)
                .update();
    }

    /// With their pictures; embeddings only of `encoder`.
    Map<UUID, Fingerprint> find(Collection<UUID> items, @Nullable String encoder) {
        if (items.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<UUID, Fingerprint>();
        jdbc.sql("""
                        SELECT item_id, text_hash, sim_hash, CASE WHEN encoder = :encoder THEN embedding END AS embedding,
                               (SELECT array_agg(pdq::text || ' ' || quality) FROM picture_fingerprint AS picture
                                 WHERE picture.item_id = fingerprint.item_id) AS pictures
                          FROM fingerprint WHERE item_id = ANY(:ids)
                        """)
                .param("encoder", encoder, Types.VARCHAR)
                .param("ids", items.toArray(UUID[]::new))
                .query((row, number) -> read(row))
                .list()
                .forEach(print -> found.put(print.item(), print));
        return found;
    }

    private static Fingerprint read(ResultSet row) throws SQLException {
        return new Fingerprint(
                row.getObject("item_id", UUID.class),
                row.getBytes("text_hash"),
                row.getObject("sim_hash", Long.class),
                embedding(row),
                pictures(row));
    }

    private static @Nullable Embedding embedding(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("embedding");
        return bytes == null ? null : Embedding.fromBytes(bytes);
    }

    private static List<PdqHash> pictures(ResultSet row) throws SQLException {
        @Nullable Array pictures = row.getArray("pictures");
        return pictures == null
                ? List.of()
                : Arrays.stream((String[]) pictures.getArray())
                        .map(StoredFingerprints::pdq)
                        .toList();
    }

    /// @param picture the hash's bits, and its quality after a blank
    private static PdqHash pdq(String picture) {
        int blank = picture.indexOf(' ');
        return PdqHash.fromBits(picture.substring(0, blank), Integer.parseInt(picture.substring(blank + 1)));
    }

    /// The highest place in the order in which decisions took effect.
    long lastPlace() {
        return jdbc.sql("SELECT coalesce(max(effective_seq), 0) FROM decision")
                .query(Long.class)
                .single();
    }

    /// Decided items in the order in which their decisions took effect.
    ///
    /// @param place of the decision in that order
    record Decided(long place, UUID item) {}

    List<Decided> decidedAfter(long place, int most) {
        return jdbc.sql("""
                        SELECT effective_seq, item_id FROM decision
                         WHERE effective_seq > :place ORDER BY effective_seq LIMIT :most
                        """)
                .param("place", place)
                .param("most", most)
                .query((row, number) -> new Decided(row.getLong("effective_seq"), row.getObject("item_id", UUID.class)))
                .list();
    }

    /// @param at when the fingerprint was taken
    record Recent(Instant at, UUID item, Embedding embedding) {}

    /// Fingerprints with an embedding by `encoder`, in the order in which they were taken.
    List<Recent> takenAfter(Instant at, UUID item, String encoder, int most) {
        return jdbc.sql("""
                        SELECT taken_at, item_id, embedding FROM fingerprint
                         WHERE (taken_at, item_id) > (:at, :item) AND encoder = :encoder
                         ORDER BY taken_at, item_id LIMIT :most
                        """)
                .param("at", Timestamp.from(at))
                .param("item", item)
                .param("encoder", encoder)
                .param("most", most)
                .query((row, number) -> new Recent(
                        row.getTimestamp("taken_at").toInstant(),
                        row.getObject("item_id", UUID.class),
                        Embedding.fromBytes(row.getBytes("embedding"))))
                .list();
    }

    /// When the `most`th youngest fingerprint was taken: what is older has no place in memory.
    Optional<Instant> oldestOfYoungest(int most) {
        return jdbc.sql("SELECT taken_at FROM fingerprint ORDER BY taken_at DESC OFFSET :most LIMIT 1")
                .param("most", most)
                .query((row, number) -> row.getTimestamp("taken_at").toInstant())
                .optional();
    }

    /// Decided items with exactly this text, a few.
    List<UUID> decidedWithText(byte[] hash, int most) {
        return jdbc.sql("""
                        SELECT print.item_id FROM fingerprint AS print
                          JOIN decision ON decision.item_id = print.item_id AND decision.state = 'EFFECTIVE'
                         WHERE print.text_hash = :hash LIMIT :most
                        """)
                .param("hash", hash)
                .param("most", most)
                .query((row, number) -> row.getObject("item_id", UUID.class))
                .list();
    }
}
