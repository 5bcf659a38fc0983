package dev.docket.backend.queue;

import dev.docket.backend.platform.ops.HealthPart;
import dev.docket.dto.ops.HealthReport;
import org.springframework.stereotype.Component;

/// Whether people keep up with what waits for them.
@Component
class QueueHealth implements HealthPart {
    private final Queues queues;
    private final QueueCounts counts;

    QueueHealth(Queues queues, QueueCounts counts) {
        this.queues = queues;
        this.counts = counts;
    }

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public HealthReport.Component check() {
        var counted = counts.of(queues.all().keySet()).values();
        return component(
                counted.stream().mapToLong(QueueCounts.QueueCount::waiting).sum(),
                counted.stream().mapToLong(QueueCounts.QueueCount::late).sum());
    }

    private static HealthReport.Component component(long waiting, long overdue) {
        return overdue == 0
                ? new HealthReport.Component(UP, waiting + " tasks wait, none past its deadline")
                : new HealthReport.Component(
                        DEGRADED,
                        "%d of %d waiting tasks are past their deadline; more people are needed."
                                .formatted(overdue, waiting));
    }
}
