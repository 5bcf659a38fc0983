package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelSetComparison.Example;
import dev.docket.dto.labels.LabelSetComparison.LabelChange;
import dev.docket.dto.labels.LabelSetComparison.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Two label sets side by side, item by item.
@Repository
class StoredComparison {
    private static final int EXAMPLES = 20;
    private static final TypeReference<Map<String, Integer>> LABELS = new TypeReference<>() {};
    /// Of every item that one of the sets has what both say of it, and in which way they differ.
    private static final String BOTH = """
            WITH one AS (SELECT item_id, split, decision_id, line::jsonb -> 'labels' AS labels
                           FROM label_set_row WHERE version = :one),
                 other AS (SELECT item_id, split, decision_id, line::jsonb -> 'labels' AS labels
                             FROM label_set_row WHERE version = :other),
                 both_sets AS (
                    SELECT item_id, one.split AS split_before, other.split AS split_after,
                           one.labels AS labels_before, other.labels AS labels_after,
                           one.decision_id AS decision_before, other.decision_id AS decision_after,
                           CASE WHEN one.labels IS NULL THEN 'ADDED'
                                WHEN other.labels IS NULL THEN 'REMOVED'
                                WHEN one.labels <> other.labels THEN 'CHANGED'
                                WHEN one.split <> other.split THEN 'MOVED'
                                ELSE 'UNCHANGED' END AS difference
                      FROM one FULL JOIN other USING (item_id))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredComparison(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Items by the way in which they differ.
    Map<String, Long> counts(String one, String other) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql(BOTH + "SELECT difference, count(*) AS items FROM both_sets GROUP BY 1")
                .param("one", one)
                .param("other", other)
                .query(row -> {
                    counts.put(row.getString("difference"), row.getLong("items"));
                });
        return counts;
    }

    /// The first few that differ in one way.
    List<Example> examples(String one, String other, String difference) {
        return jdbc.sql(BOTH + """
                        SELECT * FROM both_sets WHERE difference = :difference ORDER BY item_id LIMIT :most
                        """)
                .param("one", one)
                .param("other", other)
                .param("difference", difference)
                .param("most", EXAMPLES)
                .query((row, number) -> new Example(row.getString("item_id"), side(row, "before"), side(row, "after")))
                .list();
    }

    private @Nullable Side side(ResultSet row, String when) throws SQLException {
        String labels = row.getString("labels_" + when);
        return labels == null
                ? null
                : new Side(
                        row.getString("split_" + when),
                        json.readValue(labels, LABELS),
                        row.getString("decision_" + when));
    }

    Map<String, LabelChange> labels(String one, String other) {
        var changes = new TreeMap<String, LabelChange>();
        jdbc.sql(BOTH + """
                        SELECT label,
                               count(*) FILTER (WHERE before = '0' AND after = '1') AS to_positive,
                               count(*) FILTER (WHERE before = '1' AND after = '0') AS to_negative,
                               count(*) FILTER (WHERE before IS NOT NULL AND after IS NULL) AS to_unknown,
                               count(*) FILTER (WHERE before IS NULL AND after IS NOT NULL) AS from_unknown
                          FROM (SELECT label, labels_before ->> label AS before, labels_after ->> label AS after
                                  FROM both_sets, jsonb_object_keys(labels_before || labels_after) AS label
                                 WHERE difference = 'CHANGED') AS compared
                         WHERE before IS DISTINCT FROM after
                         GROUP BY label
                        """).param("one", one).param("other", other).query(row -> {
            changes.put(
                    row.getString("label"),
                    new LabelChange(
                            row.getLong("to_positive"),
                            row.getLong("to_negative"),
                            row.getLong("to_unknown"),
                            row.getLong("from_unknown")));
        });
        return changes;
    }
}
