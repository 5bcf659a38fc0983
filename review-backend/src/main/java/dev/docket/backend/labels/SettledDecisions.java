package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelBalance;
import dev.docket.dto.labels.LabelSetFigures;
import dev.docket.dto.review.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads what label sets are drawn from, in short pages: no snapshot stays open while a set of millions is built, since
/// one would keep the review queue's dead rows from being cleared away.
///
/// It joins the tables of three modules in one statement. A call a page to each module would be the purer way and three
/// times the work. What the machine decided by itself is not among it: a model that learns from its own decisions only
/// grows surer of them.
@Repository
class SettledDecisions {
    private static final int PAGE = 500;
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> INTEGERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> DOUBLES = new TypeReference<>() {};

    private static final String DRAWN = """
              FROM label_evidence AS evidence
              JOIN decision ON decision.id = evidence.decision_id AND decision.state = 'EFFECTIVE'
                           AND decision.kind <> 'AUTOMATION'
              JOIN item ON item.id = evidence.item_id AND item.state <> 'ERASED'
            """;
    private static final String DRAWN_LABELS = DRAWN + " CROSS JOIN jsonb_each_text(evidence.labels) AS said ";
    private static final String DRAWN_WHERE = """
             WHERE (:from::timestamptz IS NULL OR decision.effective_at >= :from)
               AND decision.effective_at < :to
               AND (cardinality(:sources::text[]) = 0 OR item.source = ANY(:sources::text[]))
               AND (cardinality(:kinds::text[]) = 0 OR decision.kind = ANY(:kinds::text[]))
               AND (cardinality(:languages::text[]) = 0
                    OR lower(coalesce(item.language, 'und')) = ANY(:languages::text[])
                    OR split_part(lower(coalesce(item.language, 'und')), '-', 1) = ANY(:languages::text[]))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SettledDecisions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The next page in the order of decision ids, which is the order in which they were taken. How each was settled is
    /// as far known as its decision says; [StoredSurroundings] knows the rest.
    ///
    /// @param after the last decision of the page before; null for the first page
    List<SettledDecision> page(Definition definition, @Nullable UUID after) {
        return drawn(definition, """
                        SELECT evidence.decision_id, evidence.item_id, item.source, item.external_id,
                               item.author_external_id, item.text, item.language, evidence.labels, decision.outcome,
                               decision.violations, evidence.decided_at, evidence.policy_versions, evidence.scores,
                               evidence.model_version, evidence.scores_visible, evidence.sampling_probability,
                               decision.kind, decision.effective_at
                        """ + DRAWN + DRAWN_WHERE + """
                           AND (:after::uuid IS NULL OR evidence.decision_id > :after)
                         ORDER BY evidence.decision_id LIMIT :page
                        """)
                .param("after", after, Types.OTHER)
                .param("page", PAGE)
                .query((row, number) -> read(row))
                .list();
    }

    /// What there is to draw from, counted: rows by language, source, kind and month, and how often each label was
    /// found.
    LabelSetFigures figures(Definition definition) {
        var labels = new TreeMap<String, LabelBalance>();
        definition.labels().forEach(label -> labels.put(label, new LabelBalance(0, 0)));
        drawn(definition, """
                        SELECT said.key AS label, count(*) FILTER (WHERE said.value = '1') AS positives,
                               count(*) FILTER (WHERE said.value = '0') AS negatives
                        """ + DRAWN_LABELS + DRAWN_WHERE + " GROUP BY 1").query(row -> {
            labels.computeIfPresent(row.getString("label"), (label, none) -> balance(row));
        });
        var counts = new TreeMap<String, Map<String, Long>>();
        drawn(definition, """
                        SELECT coalesce(item.language, 'und') AS language, item.source, decision.kind,
                               to_char(evidence.decided_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, count(*) AS rows
                        """ + DRAWN + DRAWN_WHERE + " GROUP BY 1, 2, 3, 4").query(row -> {
            for (String by : List.of("language", "source", "kind", "month")) {
                counts.computeIfAbsent(by, first -> new TreeMap<>())
                        .merge(row.getString(by), row.getLong("rows"), Long::sum);
            }
        });
        return new LabelSetFigures(
                counts.getOrDefault("source", Map.of()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                labels,
                counts.getOrDefault("language", Map.of()),
                counts.getOrDefault("source", Map.of()),
                counts.getOrDefault("kind", Map.of()),
                counts.getOrDefault("month", Map.of()));
    }

    private static LabelBalance balance(ResultSet row) {
        try {
            return new LabelBalance(row.getLong("positives"), row.getLong("negatives"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private JdbcClient.StatementSpec drawn(Definition definition, String statement) {
        var from = definition.from();
        return jdbc.sql(statement)
                .param("from", from == null ? null : Timestamp.from(from), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", Timestamp.from(definition.to()))
                .param("sources", array(definition.sources()))
                .param("kinds", array(definition.labelSources()))
                .param("languages", languages(definition));
    }

    /// Imported rows that the set may take in.
    long imported(Definition definition) {
        return jdbc.sql("SELECT count(*) FROM imported_label WHERE import_id = ANY(:imports::uuid[])")
                .param("imports", array(definition.imports()))
                .query(Long.class)
                .single();
    }

    /// All settled decisions there are, whatever they teach.
    long count() {
        return jdbc.sql("""
                        SELECT count(*) AS decisions
                          FROM label_evidence AS evidence
                          JOIN decision ON decision.id = evidence.decision_id AND decision.state = 'EFFECTIVE'
                                       AND decision.kind <> 'AUTOMATION'
                        """).query((row, number) -> row.getLong("decisions")).single();
    }

    static String[] languages(Definition definition) {
        return definition.languages().stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    static String[] array(Set<String> values) {
        return values.toArray(String[]::new);
    }

    private SettledDecision read(ResultSet row) throws SQLException {
        return new SettledDecision(
                row.getObject("decision_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("author_external_id"),
                row.getString("text"),
                row.getString("language"),
                json.readValue(row.getString("labels"), INTEGERS),
                row.getString("outcome"),
                json.readValue(row.getString("violations"), VIOLATIONS),
                row.getTimestamp("decided_at").toInstant(),
                json.readValue(row.getString("policy_versions"), INTEGERS),
                json.readValue(row.getString("scores"), DOUBLES),
                row.getString("model_version"),
                row.getBoolean("scores_visible"),
                row.getDouble("sampling_probability"),
                new Standing(row.getString("kind"), effective(row), Looks.NONE, null, false, false, 1),
                Likeness.NONE);
    }

    private static @Nullable Instant effective(ResultSet row) throws SQLException {
        var at = row.getTimestamp("effective_at");
        return at == null ? null : at.toInstant();
    }
}
