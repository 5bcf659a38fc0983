package dev.docket.backend.queue;

import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.Looking;
import dev.docket.dto.queue.Whereabouts;
import dev.docket.dto.review.TaskKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where an item is, and before whom.
///
/// What these answers tell must not tell anybody that an item was decided before, or that a task is a trial: whoever
/// holds a blind second look or a trial task seems alone with it, and nobody sees those.
@Service
public class Presence {
    private final StoredPresence stored;
    private final StoredTrials trials;
    private final Items items;
    private final Queues queues;

    Presence(StoredPresence stored, StoredTrials trials, Items items, Queues queues) {
        this.stored = stored;
        this.trials = trials;
        this.items = items;
        this.queues = queues;
    }

    /// Notes that the person has the item before them, for the next half a minute.
    @Transactional
    public Looking look(Caller.Person person, UUID item) {
        boolean trial = trials.heldBy(person.id(), item).isPresent();
        Optional<TaskKind> held = stored.heldBy(person.id(), item);
        if (!trial && held.isEmpty() && !person.is(Role.SENIOR)) {
            throw unknown();
        }
        if (items.find(item).isEmpty()) {
            throw unknown();
        }
        if (trial || held.filter(kind -> kind == TaskKind.SECOND).isPresent()) {
            return new Looking(List.of());
        }
        stored.see(item, person.id());
        return new Looking(stored.others(item, person.id()));
    }

    @Transactional(readOnly = true)
    public Whereabouts of(Caller.Person person, UUID item) {
        var found = items.find(item).orElseThrow(Presence::unknown);
        Set<String> open = queues.openTo(person).keySet();
        var places = stored.places(item).stream()
                .filter(place -> place.kind() != TaskKind.SECOND || person.is(Role.SUPERVISOR))
                .filter(place -> open.contains(place.queue()))
                .toList();
        return new Whereabouts(item.toString(), found.state(), places);
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void forgetThoseGone() {
        stored.forget();
    }

    private static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such item for you.");
    }
}
