package dev.docket.backend.insights;

import dev.docket.backend.policy.LabelSchema;
import dev.docket.backend.policy.PastItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Past items with their scores and what people found, in one statement.
///
/// What crosses the wire of a hundred thousand items is one short array each, which classification stores
/// for this; only assessments older than that column are taken out of their JSON. The rows come in no
/// order and are sorted here, which is cheaper than a sort that spills. A decision on a trial task is in
/// no decision; an upheld appeal repeats what it upheld and is left out.
@Repository
class AssessedItems implements PastItems {
    private static final double CERTAIN = 1;

    private final JdbcClient jdbc;

    AssessedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Past> latest(int most, @Nullable Instant from, @Nullable Instant to) {
        var rows = new ArrayList<>(jdbc.sql("""
                        SELECT recent.item_id, recent.assessed_at, recent.sampling_probability,
                               coalesce(item.language, 'und') AS language, decision.outcome, recent.score_values,
                               jsonb_path_query_array(recent.unlisted, '$[*].label')::text AS labels,
                               jsonb_path_query_array(recent.unlisted, '$[*].score')::text AS scores
                          FROM (SELECT item_id, assessed_at, sampling_probability, score_values::text,
                                       CASE WHEN score_values IS NULL THEN scores END AS unlisted
                                  FROM assessment
                                 WHERE NOT unscored
                                   AND (:from::timestamptz IS NULL OR assessed_at >= :from)
                                   AND (:to::timestamptz IS NULL OR assessed_at < :to)
                                 ORDER BY assessed_at DESC, id DESC LIMIT :most) AS recent
                          JOIN item ON item.id = recent.item_id
                          LEFT JOIN decision ON decision.item_id = recent.item_id AND decision.state = 'EFFECTIVE'
                               AND decision.person_id IS NOT NULL AND decision.appeal_outcome IS DISTINCT FROM 'UPHOLD'
                               AND decision.outcome IN ('APPROVE', 'VIOLATION')
                        """)
                .param("from", at(from), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(to), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("most", most)
                .query((row, number) -> past(row))
                .list());
        rows.sort(Comparator.comparing(Past::at).reversed());
        var seen = HashSet.<UUID>newHashSet(rows.size());
        rows.removeIf(row -> !seen.add(row.id()));
        return rows;
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Past past(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
        double probability = row.getDouble(3);
        boolean drawn = !row.wasNull() && probability > 0;
        String language = row.getString(4).intern();
        @Nullable Found found = found(row.getString(5));
        @Nullable String values = row.getString(6);
        double[] scores = values == null ? unlisted(row.getString(7), row.getString(8)) : listed(values);
        return new Past(id, at, scores, language, drawn ? probability : CERTAIN, found);
    }

    private static @Nullable Found found(@Nullable String outcome) {
        return outcome == null ? null : "VIOLATION".equals(outcome) ? Found.VIOLATION : Found.NOTHING;
    }

    /// @param values an array's literal, in the order of the label schema
    private static double[] listed(String values) {
        double[] scores = none();
        var parts = parts(values);
        for (int i = 0; i < Math.min(scores.length, parts.size()); i++) {
            scores[i] = "NULL".equals(parts.get(i)) ? Double.NaN : Double.parseDouble(parts.get(i));
        }
        return scores;
    }

    /// @param labels JSON arrays, as `scores`
    private static double[] unlisted(String labels, String scores) {
        double[] found = none();
        var names = parts(labels);
        var values = parts(scores);
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            int place = LabelSchema.labels().indexOf(names.get(i).replace("\"", ""));
            if (place >= 0) {
                found[place] = Double.parseDouble(values.get(i));
            }
        }
        return found;
    }

    private static double[] none() {
        double[] scores = new double[LabelSchema.labels().size()];
        Arrays.fill(scores, Double.NaN);
        return scores;
    }

    /// What is between brackets and commas.
    private static List<String> parts(String array) {
        var parts = new ArrayList<String>(LabelSchema.labels().size());
        int start = 1;
        for (int end = array.indexOf(',', start); end >= 0; end = array.indexOf(',', start)) {
            parts.add(array.substring(start, end).strip());
            start = end + 1;
        }
        String last = array.substring(start, array.length() - 1).strip();
        if (!last.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }
}
