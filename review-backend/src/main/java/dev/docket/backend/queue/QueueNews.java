package dev.docket.backend.queue;

import dev.docket.backend.platform.LiveEvents;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells desks that queues and leases changed.
@Component
class QueueNews {
    private final LiveEvents live;

    QueueNews(LiveEvents live) {
        this.live = live;
    }

    void changed(String queue) {
        live.publish("queue.changed", queue, Map.of("queue", queue));
    }

    /// The task is not this person's any more, and waits again.
    void lost(UUID person, UUID task, String queue) {
        live.publishTo(person, "lease.lost", task.toString(), Map.of("task", task, "queue", queue));
        changed(queue);
    }
}
