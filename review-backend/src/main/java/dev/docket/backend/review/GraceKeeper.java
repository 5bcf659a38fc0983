package dev.docket.backend.review;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Makes decisions effective when their grace time ends.
@Component
class GraceKeeper {
    private static final int BATCH = 200;

    private final Decisions decisions;

    GraceKeeper(Decisions decisions) {
        this.decisions = decisions;
    }

    @Scheduled(fixedDelay = 200)
    void takeEffect() {
        int done = BATCH;
        while (done == BATCH) {
            done = decisions.takeEffect(BATCH);
        }
    }
}
