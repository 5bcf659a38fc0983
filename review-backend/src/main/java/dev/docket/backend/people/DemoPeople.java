package dev.docket.backend.people;

import dev.docket.backend.platform.access.Tokens;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The people and the key that the contract gives every demo. Under the demo profile alone: their password is known.
@Component
@Profile("demo")
@Order(0)
class DemoPeople implements ApplicationRunner {
    private static final String PASSWORD = "docket-demo";
    private static final String KEY = "dk_demo" + "0".repeat(39);

    private final Roster roster;
    private final StoredApiKeys keys;
    private final SeedingLock lock;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoPeople(Roster roster, StoredApiKeys keys, SeedingLock lock, TransactionTemplate transaction, Clock clock) {
        this.roster = roster;
        this.keys = keys;
        this.lock = lock;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            lock.take();
            enter("mod1", "Mo Derato", Role.MODERATOR);
            enter("mod2", "Mina Derat", Role.MODERATOR);
            enter("senior", "Sena Iorino", Role.SENIOR);
            enter("super", "Su Pervis", Role.SUPERVISOR);
            enter("policy", "Polly Icy", Role.POLICY);
            enter("ml", "Emil Ell", Role.ML);
            enter("admin", "Ada Min", Role.ADMIN);
            if (!keys.existsByKeyHash(Tokens.hash(KEY))) {
                keys.save(new ApiKey("demo", KEY, Set.of(Scope.values()), null, clock.instant()));
            }
        });
    }

    private void enter(String username, String displayName, Role role) {
        roster.enterOnce(username, displayName, PASSWORD, role);
    }
}
