package dev.docket.backend.queue;

import dev.docket.backend.classification.ItemRouted;
import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.intake.ItemReachChanged;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.dto.item.Route;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Where tasks come from, and what moves them: routing, reach, reports, erasure. Each within the transaction that
/// tells of it.
@Component
class TaskFeed {
    private final StoredTasks tasks;
    private final QueueTargets targets;
    private final ReporterTrust reporters;
    private final LiveEvents live;

    TaskFeed(StoredTasks tasks, QueueTargets targets, ReporterTrust reporters, LiveEvents live) {
        this.tasks = tasks;
        this.targets = targets;
        this.reporters = reporters;
        this.live = live;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemRouted routed) {
        String queue = routed.queue();
        if (routed.route() == Route.ALLOW || queue == null) {
            return;
        }
        var reach = routed.reach();
        long reports = reporters.weigh(routed.item(), reach.reports());
        long slack = targets.cut(
                queue,
                Deadlines.slackSeconds(
                        routed.severity(), routed.probability(), reach.views(), reach.shares(), reports));
        var enqueued = tasks.enqueue(new StoredTasks.NewTask(
                Ids.next(),
                routed.item(),
                1,
                queue,
                Languages.primary(routed.language()),
                routed.severity(),
                routed.probability(),
                slack,
                routed.reason()));
        enqueued.ifPresent(waitsIn -> live.publishAtOnce("queue.changed", waitsIn, Map.of("queue", waitsIn)));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemReachChanged reach) {
        long reports = reporters.weigh(reach.item(), reach.reports());
        tasks.hasten(
                        reach.item(),
                        task -> targets.cut(
                                task.queue(),
                                Deadlines.slackSeconds(
                                        task.severity(), task.probability(), reach.views(), reach.shares(), reports)))
                .forEach(this::changed);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemErased erased) {
        tasks.cancelOf(erased.item());
        tasks.forgetNotes(erased.item());
    }

    private void changed(String queue) {
        live.publish("queue.changed", queue, Map.of("queue", queue));
    }
}
