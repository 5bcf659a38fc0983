package dev.docket.backend.queue;

import dev.docket.backend.intake.Items;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// First looks that wait, for whoever learns something new of all of them.
@Service
public class Backlog {
    private final StoredBacklog waiting;
    private final Items items;
    private final QueueTargets targets;
    private final ReporterTrust reporters;
    private final QueueNews news;

    Backlog(StoredBacklog waiting, Items items, QueueTargets targets, ReporterTrust reporters, QueueNews news) {
        this.waiting = waiting;
        this.items = items;
        this.targets = targets;
        this.reporters = reporters;
        this.news = news;
    }

    /// One task that waits.
    public record Waiting(UUID task, UUID item) {}

    public long count() {
        return waiting.count();
    }

    /// In the order of their ids, so that what is added meanwhile is met too, once.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<Waiting> page(@Nullable UUID after, int limit) {
        return waiting.page(after, limit);
    }

    /// Orders a waiting task by what is known of its item now. One that somebody has taken
    /// stays as it is.
    ///
    /// @param onlySooner whether its deadline may move to an earlier time and to no later one
    @Transactional
    public void reorder(UUID task, int severity, double probability, boolean onlySooner) {
        waiting.find(task)
                .ifPresent(found -> items.find(found.item()).ifPresent(item -> {
                    long reports = reporters.weigh(item.id(), item.reports());
                    long slack = targets.cut(
                            found.queue(),
                            Deadlines.slackSeconds(severity, probability, item.views(), item.shares(), reports));
                    if (waiting.move(task, severity, probability, slack, onlySooner)) {
                        news.changed(found.queue());
                    }
                }));
    }
}
