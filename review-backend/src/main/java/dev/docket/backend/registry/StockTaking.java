package dev.docket.backend.registry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Finds what was laid into the home, at the start and every ten seconds.
@Component
class StockTaking {
    private static final Logger log = LoggerFactory.getLogger(StockTaking.class);

    private final Registry registry;

    StockTaking(Registry registry) {
        this.registry = registry;
    }

    @Scheduled(fixedDelay = 10_000)
    void look() {
        try {
            registry.takeStock();
        } catch (DataAccessException | TransactionException away) {
            log.atWarn()
                    .addKeyValue("fault", away.getClass().getSimpleName())
                    .log("The models of the home were not registered; it is tried again");
        }
    }
}
