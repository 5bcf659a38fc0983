package dev.docket.backend.queue;

import org.springframework.context.ApplicationContext;

/// What a floor under test remembers of queues, for a second in which a test may be over.
public final class QueueMemory {
    private QueueMemory() {}

    public static void forget(ApplicationContext floor) {
        floor.getBean(SourceQueues.class).forget();
    }
}
