package dev.docket.backend.queue;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives back what sleeping desktops hold, within a second of the lease's end, even while nobody claims.
@Component
class LeaseSweeper {
    private final ReviewQueue queue;

    LeaseSweeper(ReviewQueue queue) {
        this.queue = queue;
    }

    @Scheduled(fixedDelay = 800)
    void sweep() {
        queue.reclaimExpired();
    }
}
