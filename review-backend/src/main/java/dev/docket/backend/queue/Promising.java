package dev.docket.backend.queue;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.dto.queue.QueueTarget;
import java.util.HashMap;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a queue promises, and who is told when it is about to break.
///
/// A target cuts the slack of what is enqueued or moved from then on. What waits already keeps its deadline: moving a
/// million of them at once would stop every claim.
@Service
public class Promising {
    private final QueueTargets targets;
    private final Queues queues;
    private final QueueCounts counts;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Map<String, Long> toldOf = new HashMap<>();

    Promising(QueueTargets targets, Queues queues, QueueCounts counts, AuditTrail audit, LiveEvents live) {
        this.targets = targets;
        this.queues = queues;
        this.counts = counts;
        this.audit = audit;
        this.live = live;
    }

    @Transactional
    public QueueTarget promise(Caller.Person by, String queue, QueueTarget target) {
        if (!queues.exists(queue)) {
            throw new DomainProblem(CommonProblem.NOT_FOUND, "There is no such queue.");
        }
        var errors = new FieldErrors();
        if (target.minutes() != null && (target.minutes() < 5 || target.minutes() > 10_080)) {
            errors.add("/minutes", "5 to 10080, or null");
        }
        errors.throwIfAny();
        if (target.minutes() == null) {
            targets.clear(queue);
        } else {
            targets.set(queue, target.minutes(), by.id());
        }
        audit.append(
                by.actor(),
                "queue.promised",
                "queue",
                queue,
                target.minutes() == null ? Map.of() : Map.of("minutes", target.minutes()));
        return target;
    }

    /// Tells when the number of tasks at risk in a queue is another than the one told last.
    @Scheduled(fixedDelay = 15_000, initialDelay = 15_000)
    void tell() {
        counts.of(queues.all().keySet()).forEach((queue, count) -> {
            Long before = toldOf.put(queue, count.atRisk());
            if (count.atRisk() != (before == null ? 0 : before)) {
                live.publish(
                        "sla.at_risk", queue, Map.of("queue", queue, "atRisk", count.atRisk(), "late", count.late()));
            }
        });
    }
}
