package dev.docket.backend.queue;

import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes trial tasks that nothing tells from any other.
@Service
class TrialOffers implements TrialTasks {
    /// How many heads of a queue one is hidden among.
    private static final int AMONG = 10;

    private static final int USUAL_SEVERITY = 2;

    private final StoredTrials trials;
    private final Items items;
    private final QueueTargets targets;
    private final ReporterTrust reporters;
    private final LiveEvents live;

    TrialOffers(StoredTrials trials, Items items, QueueTargets targets, ReporterTrust reporters, LiveEvents live) {
        this.trials = trials;
        this.items = items;
        this.targets = targets;
        this.reporters = reporters;
        this.live = live;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> offer(UUID item, UUID person, Purpose purpose, String queue) {
        return items.find(item)
                .filter(found -> found.content() != null)
                .map(found -> trial(found, person, purpose, queue))
                .filter(trial -> trials.offer(trial, AMONG))
                .map(trial -> {
                    changed(queue);
                    return trial.id();
                });
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> queueOf(UUID item) {
        return trials.firstLook(item).map(StoredTrials.FirstLook::queue);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int withdraw(Collection<UUID> tasks) {
        List<String> queues = trials.withdraw(tasks);
        queues.stream().distinct().forEach(this::changed);
        return queues.size();
    }

    private StoredTrials.NewTrial trial(Item item, UUID person, Purpose purpose, String queue) {
        var look = trials.firstLook(item.id()).orElseGet(() -> drawn(item)).in(queue);
        long slack = targets.cut(
                queue,
                Deadlines.slackSeconds(
                        look.severity(),
                        look.probability(),
                        item.views(),
                        item.shares(),
                        reporters.weigh(item.id(), item.reports())));
        return new StoredTrials.NewTrial(Ids.next(), item.id(), person, purpose, look, slack);
    }

    /// An item that never waited could only have come here as the audit share does.
    private static StoredTrials.FirstLook drawn(Item item) {
        var content = item.content();
        return new StoredTrials.FirstLook(
                "",
                Languages.primary(content == null ? null : content.language()),
                USUAL_SEVERITY,
                0,
                "Drawn at random to see what thresholds let through.");
    }

    private void changed(String queue) {
        live.publish("queue.changed", queue, Map.of("queue", queue));
    }
}
