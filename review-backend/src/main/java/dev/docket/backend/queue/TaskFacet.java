package dev.docket.backend.queue;

import dev.docket.backend.intake.ItemFacet;
import dev.docket.backend.intake.ItemPicture;
import dev.docket.backend.platform.Caller;
import dev.docket.dto.item.ItemView.TaskSummary;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Where the item waits, or waited last.
@Component
class TaskFacet implements ItemFacet {
    private final StoredTasks tasks;

    TaskFacet(StoredTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void describe(UUID item, Caller caller, ItemPicture picture) {
        tasks.latestOf(item)
                .ifPresent(task -> picture.waiting(new TaskSummary(
                        task.id().toString(), task.kind().name(), task.queue(), task.deadlineAt(), task.state())));
    }
}
