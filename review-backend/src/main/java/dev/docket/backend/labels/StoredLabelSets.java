package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Label sets and their rows. A row is written once, while its set is being built.
@Repository
class StoredLabelSets {
    private static final int PAGE = 200;
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredLabelSets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void begin(String version, Definition definition, @Nullable UUID by, Instant now) {
        jdbc.sql("""
                        INSERT INTO label_set (version, name, definition, state, created_by, created_at)
                        VALUES (:version, :name, :definition::jsonb, 'BUILDING', :by, :now)
                        """)
                .param("version", version)
                .param("name", definition.name())
                .param("definition", json.writeValueAsString(definition))
                .param("by", by, Types.OTHER)
                .param("now", Timestamp.from(now))
                .update();
    }

    void append(String version, List<Row> rows) {
        jdbc.sql("""
                        INSERT INTO label_set_row (version, ordinal, item_id, decision_id, split, line, line_sha256)
                        SELECT :version, ordinal, item, decision, split, line, decode(sha256, 'hex')
                          FROM unnest(:ordinals::bigint[], :items::uuid[], :decisions::uuid[], :splits::text[],
                                      :lines::text[], :digests::text[])
                               AS entry (ordinal, item, decision, split, line, sha256)
                        """)
                .param("version", version)
                .param("ordinals", rows.stream().map(Row::ordinal).toArray(Long[]::new))
                .param("items", rows.stream().map(row -> row.item().toString()).toArray(String[]::new))
                .param(
                        "decisions",
                        rows.stream().map(row -> row.decision().toString()).toArray(String[]::new))
                .param("splits", rows.stream().map(Row::split).toArray(String[]::new))
                .param("lines", rows.stream().map(Row::line).toArray(String[]::new))
                .param("digests", rows.stream().map(Row::sha256).toArray(String[]::new))
                .update();
    }

    void finish(String version, Tally tally, Sizes sizes, String sha256, String card) {
        jdbc.sql("""
                        UPDATE label_set SET state = 'READY', rows = :rows, split_rows = :splitRows::jsonb,
                                             sizes = :sizes::jsonb, sha256 = :sha256, card = :card
                         WHERE version = :version AND state = 'BUILDING'
                        """)
                .param("version", version)
                .param("rows", tally.rows())
                .param("splitRows", json.writeValueAsString(tally.splits()))
                .param("sizes", json.writeValueAsString(sizes.byExport()))
                .param("sha256", sha256)
                .param("card", card)
                .update();
    }

    /// Bytes of an export as built; null for one without rows.
    @Nullable Long size(String version, ExportFormat format, @Nullable String split) {
        return jdbc.sql("SELECT (sizes ->> :export)::bigint AS bytes FROM label_set WHERE version = :version")
                .param("export", Sizes.key(format, split))
                .param("version", version)
                .query((row, number) -> Optional.ofNullable(row.getObject("bytes", Long.class)))
                .single()
                .orElse(null);
    }

    /// Takes back a set that came to nothing.
    void abandon(String version) {
        jdbc.sql("DELETE FROM label_set_row WHERE version = :version AND EXISTS ("
                        + "SELECT FROM label_set WHERE version = :version AND state <> 'READY')")
                .param("version", version)
                .update();
        jdbc.sql("DELETE FROM label_set WHERE version = :version AND state <> 'READY'")
                .param("version", version)
                .update();
    }

    /// Sets whose building ended with its backend.
    int failStalled(Instant before) {
        return jdbc.sql("UPDATE label_set SET state = 'FAILED' WHERE state = 'BUILDING' AND created_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    Optional<LabelSetView> find(String version) {
        return jdbc.sql(
                        "SELECT version, name, rows, sha256, state, split_rows, created_at FROM label_set WHERE version = :version")
                .param("version", version)
                .query((row, number) -> view(row))
                .optional();
    }

    /// The newest first.
    List<LabelSetView> page(@Nullable String before, int limit) {
        return jdbc.sql("""
                        SELECT version, name, rows, sha256, state, split_rows, created_at FROM label_set
                         WHERE :before::text IS NULL OR version < :before ORDER BY version DESC LIMIT :limit
                        """)
                .param("before", before, Types.VARCHAR)
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    Optional<String> card(String version) {
        return jdbc.sql("SELECT card FROM label_set WHERE version = :version AND card IS NOT NULL")
                .param("version", version)
                .query((row, number) -> row.getString("card"))
                .optional();
    }

    Definition definition(String version) {
        return jdbc.sql("SELECT definition FROM label_set WHERE version = :version")
                .param("version", version)
                .query((row, number) -> json.readValue(row.getString("definition"), Definition.class))
                .single();
    }

    /// Rows whose item has been erased since.
    long erased(String version, @Nullable String split) {
        return jdbc.sql("""
                        SELECT count(*) AS erased
                          FROM label_set_row AS entry JOIN item ON item.id = entry.item_id AND item.state = 'ERASED'
                         WHERE entry.version = :version AND (:split::text IS NULL OR entry.split = :split)
                        """)
                .param("version", version)
                .param("split", split, Types.VARCHAR)
                .query((row, number) -> row.getLong("erased"))
                .single();
    }

    /// The next rows with their items' texts as they are now.
    List<Exported> rows(String version, @Nullable String split, long after) {
        return jdbc.sql("""
                        SELECT entry.ordinal, entry.line, item.text
                          FROM label_set_row AS entry JOIN item ON item.id = entry.item_id
                         WHERE entry.version = :version AND entry.ordinal > :after
                           AND (:split::text IS NULL OR entry.split = :split)
                         ORDER BY entry.ordinal LIMIT :page
                        """)
                .param("version", version)
                .param("split", split, Types.VARCHAR)
                .param("after", after)
                .param("page", PAGE)
                .query((row, number) ->
                        new Exported(row.getLong("ordinal"), row.getString("line"), row.getString("text")))
                .list();
    }

    private LabelSetView view(ResultSet row) throws SQLException {
        return new LabelSetView(
                row.getString("version"),
                row.getString("name"),
                row.getLong("rows"),
                row.getString("sha256"),
                LabelSetState.valueOf(row.getString("state")),
                json.readValue(row.getString("split_rows"), COUNTS),
                row.getTimestamp("created_at").toInstant(),
                null,
                null,
                null,
                null,
                null);
    }

    /// @param line without its text
    /// @param sha256 hex, of the line with its text
    record Row(long ordinal, UUID item, UUID decision, String split, String line, String sha256) {}

    /// @param text null for items without one, and once erased
    record Exported(long ordinal, String line, @Nullable String text) {
        @Override
        public String toString() {
            return "Exported[" + ordinal + "]";
        }
    }
}
