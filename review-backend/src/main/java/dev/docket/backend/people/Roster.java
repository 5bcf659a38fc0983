package dev.docket.backend.people;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.dto.Page;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people of the floor, for other modules and for themselves.
@Service
public class Roster implements People {
    private static final int MOST_NAMED = 500;

    private final StoredPeople people;
    private final Passwords passwords;
    private final Clock clock;

    Roster(StoredPeople people, Passwords passwords, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Clearance> clearance(UUID person) {
        return people.findById(person).filter(Person::isActive).map(Roster::clearance);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> idOf(String username) {
        return people.findByUsername(username).map(Person::id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Clearance> named(String part) {
        return people.activeNamed(part, MOST_NAMED).stream()
                .map(Roster::clearance)
                .toList();
    }

    private static Clearance clearance(Person found) {
        return new Clearance(
                found.id(),
                found.username(),
                found.displayName(),
                found.roles(),
                found.languages(),
                found.queues(),
                found.skills());
    }

    @Transactional(readOnly = true)
    public PersonView view(UUID person) {
        return PersonViews.of(known(person));
    }

    /// @param settings replaces all of the person's settings
    @Transactional
    public PersonView changeSettings(UUID id, Map<String, String> settings) {
        var person = known(id);
        person.settings(PersonViews.writeSettings(settings));
        return PersonViews.of(person);
    }

    /// In the order of their names.
    ///
    /// @param after the name that ended the page before; null for the first page
    @Transactional(readOnly = true)
    public Page<PersonView> page(@Nullable String after, int limit) {
        var found = people.findByUsernameGreaterThanOrderByUsername(after == null ? "" : after, Limit.of(limit + 1));
        var shown = found.stream().limit(limit).toList();
        String next = found.size() > limit ? shown.getLast().username() : null;
        return new Page<>(shown.stream().map(PersonViews::forOthers).toList(), next);
    }

    boolean isEmpty() {
        return people.count() == 0;
    }

    /// Enters somebody unless there is somebody of that name.
    void enterOnce(String username, String displayName, String password, Role role) {
        if (people.findByUsername(username).isEmpty()) {
            people.save(new Person(username, displayName, passwords.hash(password), role, clock.instant()));
        }
    }

    private Person known(UUID id) {
        return people.findById(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no person of that id."));
    }
}
