package dev.docket.backend.precedents;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import dev.docket.dto.search.FoundBy;
import dev.docket.dto.search.PastFinding;
import dev.docket.dto.search.SearchHit;
import dev.docket.model.image.PdqHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Search in the tables of items, fingerprints and decisions. The statement is put together of
/// fixed parts, one for each thing asked for, so that the planner sees no condition that is not
/// one.
@Repository
class StoredSearch {
    private static final int SHOWN_CHARACTERS = 400;
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final TypeReference<List<Action>> ACTIONS = new TypeReference<>() {};

    /// Whoever may still be given the item to look at must not learn what others found. Those
    /// who run the floor see what waits for somebody else, but not of what they hold
    /// themselves; a trial is hidden from the one it tries, a golden item from everybody whom it
    /// may yet try, an appealed decision from everybody who may yet judge it blind.
    private static final String HIDDEN = """
            (EXISTS (SELECT FROM review_task AS task
                     WHERE task.item_id = item.id AND task.state IN ('OPEN', 'CLAIMED')
                       AND (task.purpose = 'LIVE' AND (NOT :supervisor OR task.claimed_by = :person)
                            OR task.purpose <> 'LIVE' AND task.reserved_for = :person))
            OR NOT :supervisor AND EXISTS (SELECT FROM golden_item AS golden
                                            WHERE golden.item_id = item.id AND golden.retired_at IS NULL)
            OR EXISTS (SELECT FROM appeal
                        WHERE appeal.item_id = item.id AND appeal.blind AND appeal.state IN ('RECEIVED', 'IN_REVIEW')
                          AND appeal.revealed_by IS DISTINCT FROM :person
                          AND NOT EXISTS (SELECT FROM review_task_skip AS skip
                                           WHERE skip.task_id = appeal.task_id AND skip.person_id = :person
                                             AND skip.reason = 'INVOLVED')))
            """;

    static final String WORDS =
            " JOIN fingerprint AS print ON print.item_id = item.id AND print.words @@ to_tsquery('simple', :words)";

    /// Items by the platform's id alone. Sources are few, so that the index over source and id
    /// answers it by a step from each source to the next, and a look into each; an index of its
    /// own would be one more for every submission to write. The looks stand where the planner
    /// cannot make a join of them, which it would read the whole table for.
    static final String EXTERNAL_ID = """
            WITH RECURSIVE known (source) AS (
                SELECT min(source) FROM item
                UNION ALL
                SELECT (SELECT min(next.source) FROM item AS next WHERE next.source > known.source)
                  FROM known WHERE known.source IS NOT NULL),
            found AS MATERIALIZED (
                SELECT (SELECT item.id FROM item
                         WHERE item.source = known.source AND item.external_id = :externalId) AS id
                  FROM known)
            SELECT id FROM found WHERE id IS NOT NULL ORDER BY id DESC LIMIT :most
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredSearch(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param supervisor whether the person runs the floor
    record Filter(UUID person, boolean supervisor, SearchQuery query) {}

    /// The youngest first.
    ///
    /// @param words as `to_tsquery` takes them
    List<SearchHit> find(Filter filter, @Nullable String words, @Nullable UUID before, int most) {
        String sql = select(filter, words) + (before == null ? "" : " AND item.id < :before")
                + " ORDER BY item.id DESC LIMIT :most";
        var statement = bind(jdbc.sql(sql), filter, words).param("most", most);
        if (before != null) {
            statement = statement.param("before", before);
        }
        return withDecisions(statement.query((row, number) -> hit(row)).list());
    }

    /// Those of the given items that pass the filter, in the given order.
    ///
    /// @param named how each was found
    List<SearchHit> findNamed(Filter filter, SequencedMap<UUID, FoundBy> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        var order = List.copyOf(named.keySet());
        var found = among(filter, null, order).stream()
                .map(hit -> by(hit, named.getOrDefault(id(hit), FoundBy.ID)))
                .sorted(Comparator.comparingInt(hit -> order.indexOf(id(hit))))
                .toList();
        return withDecisions(found);
    }

    /// Those of the given items that pass the filter, the most similar first.
    List<SearchHit> findAll(Filter filter, @Nullable String words, Map<UUID, Double> similarities) {
        var found = among(filter, words, similarities.keySet()).stream()
                .map(hit -> like(hit, similarities.getOrDefault(id(hit), 0.0)))
                .sorted(Comparator.comparingDouble(StoredSearch::similarity)
                        .reversed()
                        .thenComparing(Comparator.comparing(SearchHit::itemId).reversed()))
                .toList();
        return withDecisions(found);
    }

    private List<SearchHit> among(Filter filter, @Nullable String words, Collection<UUID> items) {
        return bind(jdbc.sql(select(filter, words) + " AND item.id = ANY(:items)"), filter, words)
                .param("items", items.toArray(UUID[]::new))
                .query((row, number) -> hit(row))
                .list();
    }

    private static UUID id(SearchHit hit) {
        return UUID.fromString(hit.itemId());
    }

    private static double similarity(SearchHit hit) {
        return hit.similarity() == null ? 0 : hit.similarity();
    }

    static String select(Filter filter, @Nullable String words) {
        var query = filter.query();
        var sql = new StringBuilder("""
                SELECT item.id, item.source, item.external_id, left(item.text, :shown) AS text, item.language,
                       coalesce(item.author ->> 'displayName', item.author_external_id) AS author,
                       jsonb_array_length(item.media) AS media, item.submitted_at,
                """);
        sql.append(HIDDEN).append(" AS hidden FROM item");
        sql.append(words == null ? "" : WORDS);
        sql.append(" WHERE item.state <> 'ERASED'");
        sql.append(query.author() == null ? "" : " AND item.author_external_id = :author");
        sql.append(query.source() == null ? "" : " AND item.source = :source");
        sql.append(query.from() == null ? "" : " AND item.submitted_at >= :from");
        sql.append(query.to() == null ? "" : " AND item.submitted_at <= :to");
        if (query.policy() != null || query.outcome() != null) {
            sql.append(" AND EXISTS (SELECT FROM decision WHERE decision.item_id = item.id")
                    .append(" AND decision.state = 'EFFECTIVE'")
                    .append(query.outcome() == null ? "" : " AND decision.outcome = :outcome")
                    .append(
                            query.policy() == null
                                    ? ""
                                    : " AND decision.violations @> jsonb_build_array(jsonb_build_object('policy', :policy::text))")
                    .append(") AND NOT ")
                    .append(HIDDEN);
        }
        return sql.toString();
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Filter filter, @Nullable String words) {
        var query = filter.query();
        return statement
                .param("shown", SHOWN_CHARACTERS)
                .param("person", filter.person())
                .param("supervisor", filter.supervisor())
                .param("words", words, Types.VARCHAR)
                .param("author", query.author(), Types.VARCHAR)
                .param("source", query.source(), Types.VARCHAR)
                .param("policy", query.policy(), Types.VARCHAR)
                .param(
                        "outcome",
                        query.outcome() == null ? null : query.outcome().name(),
                        Types.VARCHAR)
                .param("from", timestamp(query.from()), Types.TIMESTAMP)
                .param("to", timestamp(query.to()), Types.TIMESTAMP);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static SearchHit hit(ResultSet row) throws SQLException {
        return new SearchHit(
                row.getString("id"),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("text"),
                row.getString("language"),
                row.getString("author"),
                row.getInt("media"),
                row.getTimestamp("submitted_at").toInstant(),
                FoundBy.MATCH,
                null,
                List.of(),
                row.getBoolean("hidden"));
    }

    private static SearchHit like(SearchHit hit, double similarity) {
        return copy(hit, FoundBy.LIKENESS, Math.round(similarity * 1000) / 1000.0, hit.decisions());
    }

    private static SearchHit by(SearchHit hit, FoundBy foundBy) {
        return copy(hit, foundBy, null, hit.decisions());
    }

    private static SearchHit copy(
            SearchHit hit, FoundBy foundBy, @Nullable Double similarity, List<PastFinding> decisions) {
        return new SearchHit(
                hit.itemId(),
                hit.source(),
                hit.externalId(),
                hit.text(),
                hit.language(),
                hit.author(),
                hit.media(),
                hit.submittedAt(),
                foundBy,
                similarity,
                decisions,
                hit.decisionsHidden());
    }

    /// One more statement for all of them.
    private List<SearchHit> withDecisions(List<SearchHit> hits) {
        var visible = hits.stream()
                .filter(hit -> !hit.decisionsHidden())
                .map(hit -> UUID.fromString(hit.itemId()))
                .toList();
        var decisions = decisions(visible);
        return hits.stream()
                .map(hit -> copy(hit, hit.foundBy(), hit.similarity(), decisions.getOrDefault(hit.itemId(), List.of())))
                .toList();
    }

    private Map<String, List<PastFinding>> decisions(Collection<UUID> items) {
        var decisions = new HashMap<String, List<PastFinding>>();
        if (items.isEmpty()) {
            return decisions;
        }
        jdbc.sql("""
                        SELECT id, item_id, kind, outcome, appeal_outcome, violations, actions, state, decided_at
                          FROM decision
                         WHERE item_id = ANY(:items) AND state IN ('EFFECTIVE', 'SUPERSEDED') AND outcome <> 'CANNOT_DECIDE'
                         ORDER BY item_id, round, decided_at
                        """).param("items", items.toArray(UUID[]::new)).query(row -> {
            decisions
                    .computeIfAbsent(row.getString("item_id"), item -> new ArrayList<>())
                    .add(finding(row));
        });
        return decisions;
    }

    private PastFinding finding(ResultSet row) throws SQLException {
        @Nullable String appealOutcome = row.getString("appeal_outcome");
        return new PastFinding(
                row.getString("id"),
                DecisionKind.valueOf(row.getString("kind")),
                Outcome.valueOf(row.getString("outcome")),
                appealOutcome == null ? null : Outcome.valueOf(appealOutcome),
                json.readValue(row.getString("violations"), VIOLATIONS).stream()
                        .map(Violation::policy)
                        .toList(),
                json.readValue(row.getString("actions"), ACTIONS).stream()
                        .map(Action::type)
                        .toList(),
                DecisionState.valueOf(row.getString("state")),
                row.getTimestamp("decided_at").toInstant());
    }

    /// Items that a platform calls exactly so, the youngest first.
    List<UUID> withExternalId(String externalId, int most) {
        return jdbc.sql(EXTERNAL_ID)
                .param("externalId", externalId)
                .param("most", most)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Items with exactly this medium.
    List<UUID> withMedium(String sha256, int most) {
        return jdbc.sql("""
                        SELECT id FROM item
                         WHERE media <> '[]' AND media @> jsonb_build_array(jsonb_build_object('sha256', :sha256::text))
                         ORDER BY id DESC LIMIT :most
                        """)
                .param("sha256", sha256)
                .param("most", most)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Items with exactly this normalised text.
    List<UUID> withText(byte[] hash, int most) {
        return jdbc.sql("SELECT item_id FROM fingerprint WHERE text_hash = :hash ORDER BY item_id DESC LIMIT :most")
                .param("hash", hash)
                .param("most", most)
                .query((row, number) -> row.getObject("item_id", UUID.class))
                .list();
    }

    /// Items with an image at most so many bits away, and how alike they are.
    Map<UUID, Double> withPictureLike(PdqHash hash, int bits, int most) {
        var found = new LinkedHashMap<UUID, Double>();
        jdbc.sql("""
                        SELECT item_id, min(bit_count(pdq # ('x' || :pdq)::bit(256))) AS bits FROM picture_fingerprint
                         WHERE quality >= :quality AND bit_count(pdq # ('x' || :pdq)::bit(256)) <= :bits
                         GROUP BY item_id ORDER BY bits LIMIT :most
                        """)
                .param("pdq", hash.toHex())
                .param("quality", PdqHash.LEAST_QUALITY)
                .param("bits", bits)
                .param("most", most)
                .query(row -> {
                    found.put(row.getObject("item_id", UUID.class), 1 - row.getInt("bits") / 256.0);
                });
        return found;
    }
}
