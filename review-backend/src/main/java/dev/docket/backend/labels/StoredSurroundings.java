package dev.docket.backend.labels;

import dev.docket.model.image.PdqHash;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is known of items beside the decision in effect: who found what of them, whether they
/// are there to test people or models by, what came of appeals, and what they are like. Read
/// for a page of items at a time.
@Repository
class StoredSurroundings {
    private final JdbcClient jdbc;

    StoredSurroundings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SettledDecision> complete(List<SettledDecision> page, Definition definition) {
        if (page.isEmpty()) {
            return page;
        }
        var items = page.stream().map(row -> row.item().toString()).toArray(String[]::new);
        var looks = looks(items, definition);
        var known = known(items, definition);
        return page.stream()
                .map(row -> {
                    var one = known.get(row.item());
                    var seen = new Looks(looks.getOrDefault(row.item(), List.of()));
                    return one == null ? row : row.with(one.beside(row.standing(), seen), one.likeness());
                })
                .toList();
    }

    /// Decisions that were undone said nothing, and neither did those still in their grace time.
    private Map<UUID, List<Look>> looks(String[] items, Definition definition) {
        var looks = new HashMap<UUID, List<Look>>();
        jdbc.sql("""
                        SELECT item_id, person_id, kind, outcome, at,
                               ARRAY(SELECT DISTINCT one ->> 'policy' FROM jsonb_array_elements(violations) AS one
                                      ORDER BY 1) AS policies
                          FROM (SELECT item_id, person_id, kind, outcome, violations, decided_at AS at
                                  FROM decision
                                 WHERE item_id = ANY(:items::uuid[]) AND state IN ('EFFECTIVE', 'SUPERSEDED')
                                   AND person_id IS NOT NULL AND decided_at < :to
                                UNION ALL
                                SELECT item_id, person_id, 'TRIAL', outcome, violations, answered_at
                                  FROM trial_answer
                                 WHERE item_id = ANY(:items::uuid[]) AND undone_at IS NULL AND answered_at < :to) AS said
                         ORDER BY item_id, at, person_id
                        """)
                .param("items", items)
                .param("to", Timestamp.from(definition.to()))
                .query(row -> {
                    looks.computeIfAbsent(row.getObject("item_id", UUID.class), item -> new ArrayList<>())
                            .add(look(row));
                });
        return looks;
    }

    private static Look look(ResultSet row) throws SQLException {
        var policies = new LinkedHashSet<>(Arrays.asList(strings(row.getArray("policies"))));
        return new Look(
                row.getObject("person_id", UUID.class),
                row.getString("kind"),
                row.getString("outcome"),
                Collections.unmodifiableSet(policies),
                row.getTimestamp("at").toInstant());
    }

    private Map<UUID, Known> known(String[] items, Definition definition) {
        var known = new HashMap<UUID, Known>();
        jdbc.sql("""
                        SELECT asked.item, print.embedding,
                               EXISTS (SELECT FROM golden_item WHERE item_id = asked.item) AS golden,
                               EXISTS (SELECT FROM trial_task
                                        WHERE item_id = asked.item AND calibration_id IS NOT NULL)
                               OR EXISTS (SELECT FROM label_set_row
                                           WHERE item_id = asked.item AND split = 'test'
                                             AND version = ANY(:holdOut::text[])) AS evaluation,
                               (SELECT appeal_outcome FROM decision
                                 WHERE item_id = asked.item AND kind = 'APPEAL' AND state IN ('EFFECTIVE', 'SUPERSEDED')
                                   AND decided_at < :to
                                 ORDER BY round DESC LIMIT 1) AS appeal_outcome,
                               ARRAY(SELECT sha256 FROM picture_fingerprint WHERE item_id = asked.item) AS files,
                               ARRAY(SELECT pdq::text FROM picture_fingerprint
                                      WHERE item_id = asked.item AND quality >= :telling) AS pictures
                          FROM unnest(:items::uuid[]) AS asked (item)
                          LEFT JOIN fingerprint AS print ON print.item_id = asked.item
                        """)
                .param("items", items)
                .param("telling", PdqHash.LEAST_QUALITY)
                .param("holdOut", SettledDecisions.array(definition.holdOut()))
                .param("to", Timestamp.from(definition.to()))
                .query(row -> {
                    known.put(row.getObject("item", UUID.class), known(row));
                });
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        byte[] embedding = row.getBytes("embedding");
        var files = Arrays.stream(strings(row.getArray("files")))
                .map(sha256 -> Groups.hash("picture", sha256))
                .toList();
        var pictures = Arrays.stream(strings(row.getArray("pictures")))
                .map(bits -> PdqHash.fromBits(bits, PdqHash.LEAST_QUALITY))
                .toList();
        return new Known(
                row.getBoolean("golden"),
                row.getBoolean("evaluation"),
                row.getString("appeal_outcome"),
                new Likeness(embedding == null ? null : Likeness.signs(embedding), files, pictures));
    }

    private static String[] strings(Array values) throws SQLException {
        return (String[]) values.getArray();
    }

    private record Known(
            boolean golden, boolean evaluation, @Nullable String appealOutcome, Likeness likeness) {
        Standing beside(Standing decided, Looks seen) {
            return new Standing(
                    decided.labelSource(),
                    decided.effectiveAt(),
                    seen,
                    appealOutcome,
                    golden || decided.golden(),
                    evaluation || decided.evaluation(),
                    decided.trust());
        }
    }
}
