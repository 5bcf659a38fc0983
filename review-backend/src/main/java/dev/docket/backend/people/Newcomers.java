package dev.docket.backend.people;

import dev.docket.backend.platform.Terminal;
import dev.docket.backend.platform.access.Tokens;
import dev.docket.dto.people.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets the first administrator in: a floor without people makes one and prints the password, once.
@Component
@Profile("!demo")
@Order(0)
class Newcomers implements ApplicationRunner {
    private final Roster roster;
    private final SeedingLock lock;
    private final TransactionTemplate transaction;

    Newcomers(Roster roster, SeedingLock lock, TransactionTemplate transaction) {
        this.roster = roster;
        this.lock = lock;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            lock.take();
            if (roster.isEmpty()) {
                String password = Tokens.random().substring(0, 20);
                roster.enterOnce("admin", "Administrator", password, Role.ADMIN);
                Terminal.say("Bootstrap password for admin: " + password);
            }
        });
    }
}
