package dev.docket.backend.people;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.access.Tokens;
import dev.docket.dto.people.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Signs people in and out. A session is a row: take the row away and the token is worth nothing.
@Service
public class Sessions {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PASSWORD = 1024;

    private final StoredPeople people;
    private final SessionRows sessions;
    private final KnownCallers callers;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sessions(
            StoredPeople people,
            SessionRows sessions,
            KnownCallers callers,
            Passwords passwords,
            SignInThrottle throttle,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.callers = callers;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The slow hash is computed outside any transaction: a connection is worth more than a guess.
    ///
    /// @throws DomainProblem of status 401, the same for a wrong name as for a wrong password, or 429
    public Session open(String username, String password) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        throttle.admit(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
        var person = people.findByUsername(name).filter(Person::isActive);
        boolean right = passwords.matches(
                password.length() > LONGEST_PASSWORD ? "" : password,
                person.map(Person::passwordHash).orElse(null));
        if (!right) {
            throw new DomainProblem(PeopleProblem.BAD_CREDENTIALS, "Check the name and the password.");
        }
        throttle.forget(name);
        return begin(person.orElseThrow());
    }

    private Session begin(Person person) {
        String token = Tokens.random();
        var now = clock.instant();
        var expiresAt = now.plus(LIFE);
        transaction.executeWithoutResult(status -> {
            sessions.add(Tokens.hash(token), person.id(), now, expiresAt);
            audit.append(
                    new Actor.Person(person.id()),
                    "session.opened",
                    "person",
                    person.id().toString(),
                    Map.of());
        });
        return new Session(token, expiresAt, PersonViews.of(person));
    }

    /// Ends a session at once.
    public void close(Actor by, String token) {
        transaction.executeWithoutResult(status -> {
            if (sessions.remove(Tokens.hash(token)) && by instanceof Actor.Person person) {
                callers.forget(person.id());
                audit.append(by, "session.closed", "person", person.id().toString(), Map.of());
            }
        });
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void removeExpired() {
        sessions.removeExpired(clock.instant());
    }
}
