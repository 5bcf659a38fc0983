package dev.docket.backend.filters;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes the force from a hash that suddenly matches far more than before: a blank picture in a
/// bank, or a popular one that somebody put there. It is shown with the items all the same, and
/// an administrator enables it again or takes it out.
@Component
class Quarantine {
    private static final Logger log = LoggerFactory.getLogger(Quarantine.class);
    private static final Actor SELF = new Actor.Automation("filters");

    private final StoredHashes stored;
    private final AuditTrail audit;
    private final FilterSettings settings;

    Quarantine(StoredHashes stored, AuditTrail audit, FilterSettings settings) {
        this.stored = stored;
        this.audit = audit;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 30_000)
    @Transactional
    public void look() {
        List<Long> quarantined = stored.quarantine(settings.quarantineAfter());
        for (Long hash : quarantined) {
            audit.append(SELF, "hash.quarantined", "hash", hash.toString(), Map.of());
        }
        if (!quarantined.isEmpty()) {
            log.atWarn()
                    .addKeyValue("hashes", quarantined.size())
                    .log("Hashes match suspiciously much; they are only signals until somebody looks");
        }
        stored.forgetOldMatches();
    }
}
