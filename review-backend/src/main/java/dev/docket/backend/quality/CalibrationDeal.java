package dev.docket.backend.quality;

import dev.docket.backend.intake.Items;
import dev.docket.backend.people.People;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.SourceQueue;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.queue.Purpose;
import dev.docket.backend.queue.TrialTasks;
import dev.docket.dto.people.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Hands a calibration's items to its people.
@Component
class CalibrationDeal {
    private final Items items;
    private final People people;
    private final Policies policies;
    private final TrialTasks tasks;
    private final StoredTrialTasks trials;
    private final StoredCalibrations calibrations;

    CalibrationDeal(
            Items items,
            People people,
            Policies policies,
            TrialTasks tasks,
            StoredTrialTasks trials,
            StoredCalibrations calibrations) {
        this.items = items;
        this.people = people;
        this.policies = policies;
        this.tasks = tasks;
        this.trials = trials;
        this.calibrations = calibrations;
    }

    List<UUID> items(List<String> ids, FieldErrors errors) {
        var parsed = ids.stream().map(Ids::parse).toList();
        var known = items.findAll(parsed.stream().flatMap(Optional::stream).toList());
        for (int i = 0; i < parsed.size(); i++) {
            var item = parsed.get(i).map(known::get);
            if (item.isEmpty()) {
                errors.add("/itemIds/" + i, "no such item");
            } else if (item.get().content() == null) {
                errors.add("/itemIds/" + i, "its content is erased");
            }
        }
        return List.copyOf(known.keySet());
    }

    List<People.Clearance> people(List<String> called, FieldErrors errors) {
        var found = new LinkedHashSet<People.Clearance>();
        for (int i = 0; i < called.size(); i++) {
            var person = Ids.parse(called.get(i))
                    .or(idOf(called.get(i)))
                    .flatMap(people::clearance)
                    .filter(one -> one.roles().contains(Role.MODERATOR));
            if (person.isEmpty()) {
                errors.add("/people/" + i, "no moderator of that id or name works here");
            } else if (!found.add(person.get())) {
                errors.add("/people/" + i, "named twice");
            }
        }
        return List.copyOf(found);
    }

    private Supplier<Optional<UUID>> idOf(String username) {
        return () -> people.idOf(username);
    }

    void to(People.Clearance person, List<UUID> all, UUID calibration) {
        var known = calibrations.knownTo(person.person(), all);
        all.stream()
                .filter(item -> !known.contains(item))
                .forEach(
                        item -> tasks.offer(item, person.person(), Purpose.CALIBRATION, queueFor(person.queues(), item))
                                .ifPresent(task -> trials.insert(task, item, person.person(), null, calibration)));
    }

    /// The item's own queue, or one that the person works in.
    private String queueFor(Set<String> cleared, UUID item) {
        var open = policies.all().stream()
                .map(Policy::key)
                .filter(key -> cleared.contains("*") || cleared.contains(key))
                .toList();
        return tasks.queueOf(item)
                .filter(queue -> SourceQueue.isCleared(cleared, queue))
                .or(() -> open.stream().findFirst())
                .orElseGet(() -> policies.all().getFirst().key());
    }
}
