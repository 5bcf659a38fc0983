package dev.docket.backend.queue;

import dev.docket.backend.intake.ItemFacet;
import dev.docket.backend.intake.ItemPicture;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Caller;
import dev.docket.dto.item.ItemView.TaskSummary;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Where the item waits, or waited last. Who holds a trial task on it sees that one, and the
/// item as it shows it.
@Component
class TaskFacet implements ItemFacet {
    private final StoredTasks tasks;
    private final StoredTrials trials;
    private final Items items;

    TaskFacet(StoredTasks tasks, StoredTrials trials, Items items) {
        this.tasks = tasks;
        this.trials = trials;
        this.items = items;
    }

    @Override
    public void describe(UUID item, Caller caller, ItemPicture picture) {
        var trial = trialOf(caller, item);
        trial.ifPresent(task -> items.find(item).ifPresent(found -> {
            var fresh = Freshness.of(task, found);
            picture.seeming(fresh.of(found), fresh::of);
        }));
        trial.or(() -> tasks.latestOf(item)).map(TaskFacet::summary).ifPresent(picture::waiting);
    }

    private Optional<TaskRow> trialOf(Caller caller, UUID item) {
        return caller instanceof Caller.Person person
                ? trials.heldBy(person.id(), item).flatMap(tasks::find)
                : Optional.empty();
    }

    private static TaskSummary summary(TaskRow task) {
        return new TaskSummary(task.id().toString(), task.kind().name(), task.queue(), task.deadlineAt(), task.state());
    }
}
