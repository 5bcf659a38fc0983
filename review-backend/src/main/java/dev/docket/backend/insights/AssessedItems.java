package dev.docket.backend.insights;

import dev.docket.backend.policy.LabelSchema;
import dev.docket.backend.policy.PastItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Past items with their scores and what people found, in one statement.
///
/// The scores are taken out of their JSON by the database: what crosses the wire is two short
/// arrays an item, not the
/// thresholds and versions that stand beside each score. A decision on a trial task is in no
/// decision; an upheld
/// appeal repeats what it upheld and is left out.
@Repository
class AssessedItems implements PastItems {
    private final JdbcClient jdbc;

    AssessedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Past> latest(int most, @Nullable Instant from, @Nullable Instant to) {
        return jdbc
                .sql("""
                        WITH recent AS MATERIALIZED (
                            SELECT item_id, assessed_at, scores, sampling_probability FROM assessment
                             WHERE NOT unscored
                               AND (:from::timestamptz IS NULL OR assessed_at >= :from)
                               AND (:to::timestamptz IS NULL OR assessed_at < :to)
                             ORDER BY assessed_at DESC, id DESC LIMIT :most)
                        SELECT recent.item_id, recent.assessed_at, recent.sampling_probability,
                               coalesce(item.language, 'und') AS language, decision.outcome,
                               jsonb_path_query_array(recent.scores, '$[*].label')::text AS labels,
                               jsonb_path_query_array(recent.scores, '$[*].score')::text AS scores
                          FROM recent
                          JOIN item ON item.id = recent.item_id
                          LEFT JOIN decision ON decision.item_id = recent.item_id AND decision.state = 'EFFECTIVE'
                               AND decision.person_id IS NOT NULL AND decision.appeal_outcome IS DISTINCT FROM 'UPHOLD'
                               AND decision.outcome IN ('APPROVE', 'VIOLATION')
                         ORDER BY recent.assessed_at DESC
                        """)
                .param("from", from == null ? null : from.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", to == null ? null : to.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("most", most)
                .query(new Reading())
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /// Reads rows into items, each item once: of a report's second assessment the later one.
    private static final class Reading implements RowMapper<@Nullable Past> {
        private final Set<UUID> seen = new HashSet<>();
        private final Map<String, int[]> places = new HashMap<>();

        @Override
        public @Nullable Past mapRow(ResultSet row, int number) throws SQLException {
            UUID id = row.getObject(1, UUID.class);
            if (!seen.add(id)) {
                return null;
            }
            double probability = row.getDouble(3);
            boolean drawn = !row.wasNull() && probability > 0;
            String outcome = row.getString(5);
            return new Past(
                    id,
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    scores(row.getString(6), row.getString(7)),
                    row.getString(4),
                    drawn ? probability : 1,
                    outcome == null ? null : "VIOLATION".equals(outcome) ? Found.VIOLATION : Found.NOTHING);
        }

        private double[] scores(String labels, String values) {
            int[] at = places.computeIfAbsent(labels, Reading::places);
            double[] scores = new double[LabelSchema.LABELS.size()];
            Arrays.fill(scores, Double.NaN);
            int start = 1;
            for (int place : at) {
                int end = values.indexOf(',', start);
                end = end < 0 ? values.length() - 1 : end;
                if (place >= 0) {
                    scores[place] =
                            Double.parseDouble(values.substring(start, end).strip());
                }
                start = end + 1;
            }
            return scores;
        }

        /// The order of a model's labels is the same for nearly every item.
        private static int[] places(String labels) {
            String inside = labels.substring(1, labels.length() - 1);
            return inside.isBlank()
                    ? new int[0]
                    : Arrays.stream(inside.split(","))
                            .map(label -> label.strip().replace("\"", ""))
                            .mapToInt(LabelSchema.LABELS::indexOf)
                            .toArray();
        }
    }
}
