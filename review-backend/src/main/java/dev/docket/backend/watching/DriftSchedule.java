package dev.docket.backend.watching;

import dev.docket.backend.platform.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Has drift measured once in a while, by one floor of all.
@Component
class DriftSchedule {
    private static final Logger log = LoggerFactory.getLogger(DriftSchedule.class);
    private static final Actor SELF = new Actor.Automation("drift watch");

    private final Drift drift;
    private final StoredTurns turns;
    private final WatchingProperties properties;

    DriftSchedule(Drift drift, StoredTurns turns, WatchingProperties properties) {
        this.drift = drift;
        this.turns = turns;
        this.properties = properties;
    }

    @Scheduled(fixedDelay = 300_000, initialDelay = 300_000)
    void look() {
        try {
            if (properties.every().isPositive() && turns.isDue(DriftJob.KIND, properties.every())) {
                drift.ask(SELF);
            }
        } catch (DataAccessException | TransactionException away) {
            log.atDebug().setCause(away).log("Drift is not measured just now");
        }
    }
}
