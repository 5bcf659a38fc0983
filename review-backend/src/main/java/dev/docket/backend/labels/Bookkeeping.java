package dev.docket.backend.labels;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// A change to a label set and the audit entry that tells of it, together.
@Component
class Bookkeeping {
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    Bookkeeping(TransactionTemplate transaction, AuditTrail audit, Clock clock) {
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    void inTransaction(Actor by, String version, String action, Map<String, ?> details, Runnable change) {
        transaction.executeWithoutResult(status -> {
            change.run();
            audit.append(by, action, "label-set", version, details);
        });
    }
}
