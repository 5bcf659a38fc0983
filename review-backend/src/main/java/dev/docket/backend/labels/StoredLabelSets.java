package dev.docket.backend.labels;

import dev.docket.backend.platform.Sentence;
import dev.docket.dto.Phrase;
import dev.docket.dto.labels.DatasetCard;
import dev.docket.dto.labels.LabelSetFigures;
import dev.docket.dto.labels.LabelSetGate;
import dev.docket.dto.labels.LabelSetGates;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Label sets and their rows. A row is written once, while its set is being built.
@Repository
class StoredLabelSets implements Definition.Known {
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<List<LabelSetGate>> GATES = new TypeReference<>() {};
    private static final Sentence ENDED = Sentence.of("label-set.ended", "Its building was cancelled or failed.");
    private static final Sentence CUT_OFF = Sentence.of("label-set.cut-off", "Its building was cut off.");

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

    @Override
    public boolean isReadySet(String version) {
        return find(version).filter(set -> set.state() == LabelSetState.READY).isPresent();
    }

    @Override
    public Set<String> labelsOf(Set<String> imports) {
        return imports.isEmpty()
                ? Set.of()
                : new TreeSet<>(jdbc.sql("""
                                SELECT DISTINCT jsonb_object_keys(labels) AS label FROM imported_label
                                 WHERE import_id = ANY(:imports::uuid[])
                                """)
                        .param("imports", SettledDecisions.array(imports))
                        .query((row, number) -> row.getString("label"))
                        .list());
    }

    @Override
    public boolean isUsableImport(String id) {
        return jdbc.sql("SELECT count(*) FROM label_import WHERE id::text = :id AND withdrawn_at IS NULL")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void append(String version, List<Row> rows) {
        jdbc.sql("""
                        INSERT INTO label_set_row (version, ordinal, item_id, decision_id, split, line, line_sha256,
                                                   group_key, weight, held_out, raters)
                        SELECT :version, ordinal, item, decision, split, line, decode(sha256, 'hex'),
                               grouped, weight, held_out, raters::jsonb
                          FROM unnest(:ordinals::bigint[], :items::uuid[], :decisions::uuid[], :splits::text[],
                                      :lines::text[], :digests::text[], :groups::bigint[], :weights::float8[],
                                      :heldOut::boolean[], :raters::text[])
                               AS entry (ordinal, item, decision, split, line, sha256, grouped, weight, held_out, raters)
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
                .param("groups", rows.stream().map(Row::group).toArray(Long[]::new))
                .param("weights", rows.stream().map(Row::weight).toArray(Double[]::new))
                .param("heldOut", rows.stream().map(Row::heldOut).toArray(Boolean[]::new))
                .param("raters", rows.stream().map(Row::raters).toArray(String[]::new))
                .update();
    }

    void finish(String version, Finished set) {
        jdbc.sql("""
                        UPDATE label_set SET state = 'READY', rows = :rows, split_rows = :splitRows::jsonb,
                                             sizes = :sizes::jsonb, sha256 = :sha256, card = :card,
                                             card_facts = :facts::jsonb,
                                             figures = :figures::jsonb, gates = :gates::jsonb,
                                             gates_previous = :previous
                         WHERE version = :version AND state = 'BUILDING'
                        """)
                .param("version", version)
                .param("rows", set.tally().rows())
                .param("splitRows", json.writeValueAsString(set.tally().splits()))
                .param("sizes", json.writeValueAsString(set.sizes().byExport()))
                .param("sha256", set.sha256())
                .param("card", set.card())
                .param("facts", json.writeValueAsString(set.facts()))
                .param("figures", json.writeValueAsString(set.tally().figures()))
                .param("gates", json.writeValueAsString(set.gates()))
                .param("previous", set.previous(), Types.VARCHAR)
                .update();
    }

    /// Drops what an earlier attempt at building a set wrote.
    void clear(String version) {
        jdbc.sql("""
                        DELETE FROM label_set_row AS entry USING label_set
                         WHERE entry.version = :version AND label_set.version = :version AND label_set.state = 'BUILDING'
                        """).param("version", version).update();
    }

    /// The newest set that is ready before this one.
    Gates.Previous previous(String version) {
        return jdbc.sql("""
                        SELECT version, figures FROM label_set
                         WHERE version < :version AND state = 'READY' AND figures IS NOT NULL
                         ORDER BY version DESC LIMIT 1
                        """)
                .param("version", version)
                .query((row, number) -> new Gates.Previous(
                        row.getString("version"),
                        json.readValue(row.getString("figures"), LabelSetFigures.class)
                                .labels()))
                .optional()
                .orElse(new Gates.Previous(null, Map.of()));
    }

    Optional<Judged> judged(String version) {
        return jdbc.sql("""
                        SELECT label_set.gates, label_set.gates_previous, label_set.waiver_reason, label_set.waived_at,
                               person.display_name
                          FROM label_set LEFT JOIN person ON person.id = label_set.waived_by
                         WHERE label_set.version = :version AND label_set.gates IS NOT NULL
                        """)
                .param("version", version)
                .query((row, number) -> judged(row))
                .optional();
    }

    private Judged judged(ResultSet row) throws SQLException {
        var at = row.getTimestamp("waived_at");
        return new Judged(
                json.readValue(row.getString("gates"), GATES),
                row.getString("gates_previous"),
                at == null
                        ? null
                        : new LabelSetGates.Waiver(
                                Objects.requireNonNullElse(row.getString("display_name"), ""),
                                row.getString("waiver_reason"),
                                at.toInstant()));
    }

    void waive(String version, @Nullable UUID by, String reason, Instant now) {
        jdbc.sql("""
                        UPDATE label_set SET waived_by = :by, waived_at = :now, waiver_reason = :reason
                         WHERE version = :version
                        """)
                .param("version", version)
                .param("by", by, Types.OTHER)
                .param("now", Timestamp.from(now))
                .param("reason", reason)
                .update();
    }

    void building(String version, UUID job) {
        jdbc.sql("UPDATE label_set SET job_id = :job WHERE version = :version")
                .param("job", job)
                .param("version", version)
                .update();
    }

    void fail(String version, Sentence why) {
        failed("state = 'BUILDING' AND version = :version", why)
                .param("version", version)
                .update();
        jdbc.sql("""
                        DELETE FROM label_set_row AS entry USING label_set
                         WHERE entry.version = :version AND label_set.version = :version AND label_set.state = 'FAILED'
                        """).param("version", version).update();
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

    /// Sets whose job ended before it began, or with its floor for the last time.
    void failEnded() {
        failed("""
                state = 'BUILDING' AND EXISTS (
                    SELECT FROM job WHERE job.id = label_set.job_id AND job.state IN ('CANCELLED', 'FAILED'))
                """, ENDED).update();
    }

    /// Sets whose building ended with its backend.
    int failStalled(Instant before) {
        return failed("state = 'BUILDING' AND job_id IS NULL AND created_at < :before", CUT_OFF)
                .param("before", Timestamp.from(before))
                .update();
    }

    private JdbcClient.StatementSpec failed(String which, Sentence why) {
        return jdbc.sql("UPDATE label_set SET state = 'FAILED', failure = :why, failure_said = :said::jsonb WHERE "
                        + which)
                .param("why", why.english())
                .param("said", json.writeValueAsString(why.phrase()));
    }

    Optional<LabelSetView> find(String version) {
        return jdbc.sql("""
                        SELECT label_set.*, person.display_name
                          FROM label_set LEFT JOIN person ON person.id = label_set.created_by
                         WHERE label_set.version = :version
                        """)
                .param("version", version)
                .query((row, number) -> view(row))
                .optional();
    }

    /// The newest first.
    List<LabelSetView> page(@Nullable String before, int limit) {
        return jdbc.sql("""
                        SELECT label_set.*, person.display_name
                          FROM label_set LEFT JOIN person ON person.id = label_set.created_by
                         WHERE :before::text IS NULL OR label_set.version < :before
                         ORDER BY label_set.version DESC LIMIT :limit
                        """)
                .param("before", before, Types.VARCHAR)
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    /// Empty for sets that were built before cards had facts.
    Optional<DatasetCard> facts(String version) {
        return jdbc.sql("SELECT card_facts FROM label_set WHERE version = :version AND card_facts IS NOT NULL")
                .param("version", version)
                .query((row, number) -> json.readValue(row.getString("card_facts"), DatasetCard.class))
                .optional();
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

    /// Rows whose text has been taken away since.
    long erased(String version, @Nullable String split) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM item JOIN label_set_row AS entry ON entry.item_id = item.id
                                 WHERE item.erased_at IS NOT NULL AND entry.version = :version
                                   AND (:split::text IS NULL OR entry.split = :split))
                             + (SELECT count(*)
                                  FROM imported_label AS imported JOIN label_set_row AS entry ON entry.item_id = imported.id
                                 WHERE imported.text IS NULL AND entry.version = :version
                                   AND (:split::text IS NULL OR entry.split = :split)) AS erased
                        """)
                .param("version", version)
                .param("split", split, Types.VARCHAR)
                .query((row, number) -> row.getLong("erased"))
                .single();
    }

    private LabelSetView view(ResultSet row) throws SQLException {
        var job = row.getObject("job_id", UUID.class);
        String figures = row.getString("figures");
        String gates = row.getString("gates");
        String said = row.getString("failure_said");
        return new LabelSetView(
                row.getString("version"),
                row.getString("name"),
                row.getLong("rows"),
                row.getString("sha256"),
                LabelSetState.valueOf(row.getString("state")),
                json.readValue(row.getString("split_rows"), COUNTS),
                row.getTimestamp("created_at").toInstant(),
                row.getString("display_name"),
                job == null ? null : job.toString(),
                row.getString("failure"),
                said == null ? null : json.readValue(said, Phrase.class),
                figures == null ? null : json.readValue(figures, LabelSetFigures.class),
                gates == null
                        ? null
                        : Gates.state(json.readValue(gates, GATES), row.getTimestamp("waived_at") != null));
    }

    /// What a set came to.
    ///
    /// @param previous the set before, that shift is measured against; null for none
    record Finished(
            Tally tally,
            Sizes sizes,
            String sha256,
            String card,
            DatasetCard facts,
            List<LabelSetGate> gates,
            @Nullable String previous) {}

    /// @param waiver null unless somebody answered for failed gates
    record Judged(List<LabelSetGate> gates, @Nullable String previous, LabelSetGates.@Nullable Waiver waiver) {}

    /// @param line without its text
    /// @param sha256 hex, of the line with its text
    /// @param heldOut whether it must not be trained on
    /// @param raters JSON of [Rater]s
    record Row(
            long ordinal,
            UUID item,
            UUID decision,
            String split,
            String line,
            String sha256,
            long group,
            double weight,
            boolean heldOut,
            String raters) {}
}
