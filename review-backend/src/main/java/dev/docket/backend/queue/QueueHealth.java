package dev.docket.backend.queue;

import dev.docket.backend.platform.ops.HealthPart;
import dev.docket.dto.ops.HealthReport.Component;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether people keep up with what waits for them.
@Repository
class QueueHealth implements HealthPart {
    private final JdbcClient jdbc;

    QueueHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public Component check() {
        return jdbc.sql("""
                SELECT count(*) AS waiting, count(*) FILTER (WHERE deadline_at < now()) AS overdue
                  FROM review_task WHERE state = 'OPEN'
                """)
                .query((row, number) -> component(row.getLong("waiting"), row.getLong("overdue")))
                .single();
    }

    private static Component component(long waiting, long overdue) {
        return overdue == 0
                ? new Component(UP, waiting + " tasks wait, none past its deadline")
                : new Component(
                        DEGRADED,
                        "%d of %d waiting tasks are past their deadline; more people are needed."
                                .formatted(overdue, waiting));
    }
}
