package dev.docket.backend.labels;

import dev.docket.backend.platform.Ids;
import dev.docket.dto.labels.ImportedRow;
import dev.docket.dto.labels.LabelBalance;
import dev.docket.dto.labels.LabelImportView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Imports and their rows.
@Repository
class StoredImports {
    private static final TypeReference<Map<String, LabelBalance>> BALANCES = new TypeReference<>() {};
    private static final String VIEW = """
            SELECT import.*, person.display_name,
                   (SELECT count(*) FROM imported_label WHERE import_id = import.id) AS rows,
                   (SELECT coalesce(jsonb_object_agg(label, jsonb_build_object('positives', positives, 'negatives', negatives)),
                                    '{}')
                      FROM (SELECT said.key AS label, count(*) FILTER (WHERE said.value = '1') AS positives,
                                   count(*) FILTER (WHERE said.value = '0') AS negatives
                              FROM imported_label AS row, jsonb_each_text(row.labels) AS said
                             WHERE row.import_id = import.id GROUP BY 1) AS balance) AS balances
              FROM label_import AS import LEFT JOIN person ON person.id = import.created_by
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredImports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID id, String name, String licence, double weight, boolean evaluation, UUID by, Instant now) {
        jdbc.sql("""
                        INSERT INTO label_import (id, name, licence, weight, evaluation, created_by, created_at)
                        VALUES (:id, :name, :licence, :weight, :evaluation, :by, :now)
                        """)
                .param("id", id)
                .param("name", name)
                .param("licence", licence)
                .param("weight", weight)
                .param("evaluation", evaluation)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<LabelImportView> find(UUID id) {
        return jdbc.sql(VIEW + " WHERE import.id = :id")
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    List<LabelImportView> page(@Nullable UUID before, int limit) {
        return jdbc.sql(VIEW
                        + " WHERE :before::uuid IS NULL OR import.id < :before ORDER BY import.id DESC LIMIT :limit")
                .param("before", before, Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    private LabelImportView view(ResultSet row) throws SQLException {
        var withdrawn = row.getTimestamp("withdrawn_at");
        return new LabelImportView(
                row.getString("id"),
                row.getString("name"),
                row.getString("licence"),
                row.getDouble("weight"),
                row.getBoolean("evaluation"),
                row.getLong("rows"),
                json.readValue(row.getString("balances"), BALANCES),
                row.getString("display_name"),
                row.getTimestamp("created_at").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    List<LabelImports.Taken> add(UUID id, List<Draft> drafts) {
        insert(id, drafts);
        var there = there(id, drafts);
        return drafts.stream()
                .map(draft -> {
                    var row = Objects.requireNonNull(there.get(draft.key()));
                    return new LabelImports.Taken(row.id(), fate(draft, row));
                })
                .toList();
    }

    private static LabelImports.Fate fate(Draft draft, There row) {
        if (row.id().equals(draft.id())) {
            return LabelImports.Fate.NEW;
        }
        return Arrays.equals(row.sha256(), draft.sha256()) ? LabelImports.Fate.SAME : LabelImports.Fate.CHANGED;
    }

    private void insert(UUID id, List<Draft> drafts) {
        jdbc.sql("""
                        INSERT INTO imported_label (id, import_id, source, external_id, text, language, author, labels,
                                                    weight, decided_at, content_sha256)
                        SELECT row.id, :import, source, external_id, text, language, author, labels::jsonb, weight,
                               decided_at::timestamptz, sha256
                          FROM unnest(:ids::uuid[], :sources::text[], :externalIds::text[], :texts::text[],
                                      :languages::text[], :authors::text[], :labels::text[], :weights::float8[],
                                      :times::text[], :digests::bytea[])
                               AS row (id, source, external_id, text, language, author, labels, weight, decided_at, sha256)
                        ON CONFLICT (import_id, source, external_id) DO NOTHING
                        """)
                .param("import", id)
                .param(
                        "ids",
                        drafts.stream().map(draft -> draft.id().toString()).toArray(String[]::new))
                .param(
                        "sources",
                        drafts.stream().map(draft -> draft.row().source()).toArray(String[]::new))
                .param(
                        "externalIds",
                        drafts.stream().map(draft -> draft.row().externalId()).toArray(String[]::new))
                .param("texts", drafts.stream().map(draft -> draft.row().text()).toArray(String[]::new))
                .param(
                        "languages",
                        drafts.stream().map(draft -> draft.row().language()).toArray(String[]::new))
                .param(
                        "authors",
                        drafts.stream().map(draft -> draft.row().author()).toArray(String[]::new))
                .param(
                        "labels",
                        drafts.stream()
                                .map(draft ->
                                        json.writeValueAsString(draft.row().labels()))
                                .toArray(String[]::new))
                .param("weights", drafts.stream().map(Draft::weight).toArray(Double[]::new))
                .param(
                        "times",
                        drafts.stream().map(draft -> draft.at().toString()).toArray(String[]::new))
                .param("digests", drafts.stream().map(Draft::sha256).toArray(byte[][]::new))
                .update();
    }

    private Map<String, There> there(UUID id, List<Draft> drafts) {
        var there = new HashMap<String, There>();
        jdbc.sql("""
                        SELECT row.id, row.source, row.external_id, row.content_sha256
                          FROM unnest(:sources::text[], :externalIds::text[]) AS asked (source, external_id)
                          JOIN imported_label AS row ON row.import_id = :import AND row.source = asked.source
                                                    AND row.external_id = asked.external_id
                        """)
                .param("import", id)
                .param(
                        "sources",
                        drafts.stream().map(draft -> draft.row().source()).toArray(String[]::new))
                .param(
                        "externalIds",
                        drafts.stream().map(draft -> draft.row().externalId()).toArray(String[]::new))
                .query(row -> {
                    there.put(
                            Draft.key(row.getString("source"), row.getString("external_id")),
                            new There(row.getObject("id", UUID.class), row.getBytes("content_sha256")));
                });
        return there;
    }

    void withdraw(UUID id, Instant now) {
        jdbc.sql("UPDATE label_import SET withdrawn_at = :now WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
        jdbc.sql("UPDATE imported_label SET text = NULL, author = NULL WHERE import_id = :id")
                .param("id", id)
                .update();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record There(UUID id, byte[] sha256) {}

    /// A row that is to be taken in.
    ///
    /// @param sha256 of everything that makes it another row
    @SuppressWarnings("ArrayRecordComponent")
    record Draft(UUID id, ImportedRow row, Instant at, double weight, byte[] sha256) {
        static Draft of(ImportedRow row, Instant now) {
            return new Draft(
                    Ids.next(),
                    row,
                    Objects.requireNonNullElse(row.decidedAt(), now),
                    Math.min(1, Objects.requireNonNullElse(row.weight(), 1.0)),
                    digest(row));
        }

        String key() {
            return key(row.source(), row.externalId());
        }

        static String key(String source, String externalId) {
            return source + "\n" + externalId;
        }

        private static byte[] digest(ImportedRow row) {
            try {
                var all = List.of(
                        row.text(),
                        new TreeMap<>(row.labels()).toString(),
                        String.valueOf(row.language()),
                        String.valueOf(row.author()));
                return MessageDigest.getInstance("SHA-256")
                        .digest(String.join("\u0000", all).getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return "Draft[" + id + "]";
        }
    }
}
