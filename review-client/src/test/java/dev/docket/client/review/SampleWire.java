package dev.docket.client.review;

import dev.docket.client.common.item.SampleTasks;
import dev.docket.dto.review.Task;
import java.util.List;

/// The sample tasks for tests of the whole desk.
public final class SampleWire {
    private SampleWire() {}

    public static List<Task> tasks() {
        return List.of(
                SampleTasks.harassment(), SampleTasks.spam(), SampleTasks.harmless(), SampleTasks.named("later"));
    }
}
