package dev.docket.backend.people;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.platform.VersionTag;
import dev.docket.backend.platform.access.Tokens;
import dev.docket.dto.Page;
import dev.docket.dto.people.Account;
import dev.docket.dto.people.AccountWithPassword;
import dev.docket.dto.people.ChangePerson;
import dev.docket.dto.people.Role;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the accounts of the people who work here: who they are, what they may take on, whether they may come in.
///
/// Nobody is deleted, since decisions name them; who leaves is disabled, and every session of theirs ends in the same
/// transaction. The last administrator who can sign in stays one.
@Service
public class Accounts {
    private static final int PASSWORD_LENGTH = 20;

    private final StoredPeople people;
    private final SessionRows sessions;
    private final KnownCallers callers;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final LiveEvents live;
    private final Clock clock;

    Accounts(
            StoredPeople people,
            SessionRows sessions,
            KnownCallers callers,
            Passwords passwords,
            AuditTrail audit,
            ApplicationEventPublisher events,
            LiveEvents live,
            Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.callers = callers;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.live = live;
        this.clock = clock;
    }

    /// In the order of their names.
    ///
    /// @param after the name that ended the page before; null for the first page
    @Transactional(readOnly = true)
    public Page<Account> page(@Nullable String after, int limit) {
        var found = people.findByUsernameGreaterThanOrderByUsername(after == null ? "" : after, Limit.of(limit + 1));
        var shown = found.stream().limit(limit).toList();
        String next = found.size() > limit ? shown.getLast().username() : null;
        return new Page<>(shown.stream().map(Accounts::view).toList(), next);
    }

    @Transactional(readOnly = true)
    public Account of(UUID id) {
        return view(known(id));
    }

    /// @param username lower case already
    @Transactional
    public AccountWithPassword enter(Caller.Person by, String username, ChangePerson as) {
        if (people.findByUsername(username).isPresent()) {
            throw new DomainProblem(PeopleProblem.NAME_TAKEN, "Choose another user name.");
        }
        String password = newPassword();
        var person = people.save(Person.of(username, passwords.hash(password), as, clock.instant()));
        note(by, "person.entered", person, Map.of("roles", person.grantedRoles()));
        return new AccountWithPassword(view(person), password);
    }

    /// @param ifMatch see [VersionTag]
    @Transactional
    public Account change(Caller.Person by, UUID id, ChangePerson change, @Nullable String ifMatch) {
        var person = known(id);
        VersionTag.check(ifMatch, person.version());
        if (person.grantedRoles().contains(Role.ADMIN) && !change.roles().contains(Role.ADMIN)) {
            keepAnAdministrator(person);
        }
        boolean cleared = person.become(change);
        callers.forget(id);
        note(
                by,
                "person.changed",
                person,
                Map.of("roles", change.roles(), "queues", change.queues(), "languages", change.languages()));
        if (cleared) {
            events.publishEvent(new ClearanceChanged(id));
        }
        return view(people.saveAndFlush(person));
    }

    /// Keeps somebody out from this moment on.
    @Transactional
    public Account disable(Caller.Person by, UUID id) {
        var person = known(id);
        if (person.isActive()) {
            keepAnAdministrator(person);
            person.disable(clock.instant());
            endSessions(id, null);
            note(by, "person.disabled", person, Map.of());
            events.publishEvent(new ClearanceChanged(id));
        }
        return view(people.saveAndFlush(person));
    }

    @Transactional
    public Account enable(Caller.Person by, UUID id) {
        var person = known(id);
        if (!person.isActive()) {
            person.enable();
            note(by, "person.enabled", person, Map.of());
        }
        return view(people.saveAndFlush(person));
    }

    /// Gives somebody a new password and ends their sessions.
    @Transactional
    public AccountWithPassword resetPassword(Caller.Person by, UUID id) {
        var person = known(id);
        String password = newPassword();
        person.passwordHash(passwords.hash(password));
        endSessions(id, null);
        note(by, "person.password-reset", person, Map.of());
        return new AccountWithPassword(view(people.saveAndFlush(person)), password);
    }

    /// Changes one's own password; the session that asks goes on, every other ends.
    ///
    /// @throws DomainProblem of status 401 when `current` is not the password
    @Transactional
    public void changePassword(Caller.Person by, String current, String next, @Nullable String token) {
        var person = known(by.id());
        if (!passwords.matches(current, person.passwordHash())) {
            throw new DomainProblem(PeopleProblem.BAD_CREDENTIALS, "The present password is another.");
        }
        person.passwordHash(passwords.hash(next));
        endSessions(by.id(), token == null ? null : Tokens.hash(token));
        note(by, "person.password-changed", person, Map.of());
    }

    private void endSessions(UUID person, byte @Nullable [] but) {
        sessions.removeAllOf(person, but);
        callers.forget(person);
    }

    private void keepAnAdministrator(Person person) {
        if (person.grantedRoles().contains(Role.ADMIN) && person.isActive() && people.countAdministrators() <= 1) {
            throw new DomainProblem(PeopleProblem.LAST_ADMINISTRATOR, "Make somebody else an administrator first.");
        }
    }

    private Person known(UUID id) {
        return people.findById(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no person of that id."));
    }

    private void note(Caller.Person by, String what, Person person, Map<String, ?> details) {
        audit.append(by.actor(), what, "person", person.id().toString(), details);
        live.publish("person.changed", person.id().toString(), Map.of("person", person.id()));
    }

    private static String newPassword() {
        return Tokens.random().substring(0, PASSWORD_LENGTH);
    }

    private static Account view(Person person) {
        return new Account(
                person.id().toString(),
                person.username(),
                person.displayName(),
                person.grantedRoles(),
                person.skills().stream().sorted().toList(),
                person.languages().stream().sorted().toList(),
                person.queues().stream().sorted().toList(),
                person.createdAt(),
                person.disabledAt(),
                person.version());
    }
}
