package dev.docket.backend.platform.ops;

import dev.docket.dto.ops.SlaReport.Objective;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the floor promises, measured on its own tables over the last 24 hours.
@Repository
class Objectives {
    private static final String AT_MOST = "AT_MOST";
    private static final String AT_LEAST = "AT_LEAST";
    private static final double IN_TIME = 0.95;

    private final JdbcClient jdbc;

    Objectives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Measured(@Nullable Double value, long count) {}

    List<Objective> measure() {
        return Stream.concat(whole().stream(), queues().stream()).toList();
    }

    /// Each queue by itself: a queue that is late hides behind those that are not.
    private List<Objective> queues() {
        return jdbc.sql("""
                        SELECT queue_key, avg(CASE WHEN done_at <= deadline_at THEN 1.0 ELSE 0.0 END)::float8 AS value,
                               count(*) AS count
                          FROM review_task WHERE state = 'DONE' AND done_at > now() - interval '24 hours'
                         GROUP BY queue_key ORDER BY queue_key
                        """)
                .query((row, number) -> new Objective(
                        "decided-in-time:" + row.getString("queue_key"),
                        "Share of this queue's tasks done before their deadline",
                        "share",
                        AT_LEAST,
                        IN_TIME,
                        row.getDouble("value"),
                        row.getDouble("value") >= IN_TIME,
                        row.getLong("count")))
                .list();
    }

    private List<Objective> whole() {
        return List.of(
                objective(
                        "classification-time",
                        "From submission to assessment, 95 of 100 items",
                        "seconds",
                        AT_MOST,
                        5,
                        """
                        SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM a.assessed_at - i.submitted_at)) AS value,
                               count(*) AS count
                          FROM assessment a JOIN item i ON i.id = a.item_id
                         WHERE a.assessed_at > now() - interval '24 hours'
                        """),
                objective("scored", "Share of items that the models could score", "share", AT_LEAST, 0.99, """
                        SELECT avg(CASE WHEN unscored THEN 0.0 ELSE 1.0 END)::float8 AS value, count(*) AS count
                          FROM assessment WHERE assessed_at > now() - interval '24 hours'
                        """),
                objective(
                        "decided-in-time",
                        "Share of review tasks done before their deadline",
                        "share",
                        AT_LEAST,
                        IN_TIME,
                        """
                        SELECT avg(CASE WHEN done_at <= deadline_at THEN 1.0 ELSE 0.0 END)::float8 AS value, count(*) AS count
                          FROM review_task WHERE state = 'DONE' AND done_at > now() - interval '24 hours'
                        """),
                objective("overdue", "Waiting review tasks past their deadline", "tasks", AT_MOST, 0, """
                        SELECT count(*) FILTER (WHERE deadline_at < now())::float8 AS value, count(*) AS count
                          FROM review_task WHERE state IN ('OPEN', 'CLAIMED')
                        """),
                objective(
                        "webhooks-delivered",
                        "Share of webhook messages delivered, of those delivered or given up",
                        "share",
                        AT_LEAST,
                        0.999,
                        """
                        SELECT avg(CASE state WHEN 'DELIVERED' THEN 1.0 ELSE 0.0 END)::float8 AS value, count(*) AS count
                          FROM webhook_delivery
                         WHERE state IN ('DELIVERED', 'DEAD') AND created_at > now() - interval '24 hours'
                        """));
    }

    private Objective objective(
            String name, String description, String unit, String comparison, double target, String query) {
        var measured = jdbc.sql(query)
                .query((row, number) -> new Measured((Double) row.getObject("value"), row.getLong("count")))
                .single();
        var value = measured.count() == 0 ? null : measured.value();
        Boolean met = value == null ? null : comparison.equals(AT_MOST) ? value <= target : value >= target;
        return new Objective(name, description, unit, comparison, target, value, met, measured.count());
    }
}
