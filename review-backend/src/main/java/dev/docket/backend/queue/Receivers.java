package dev.docket.backend.queue;

import dev.docket.backend.people.People;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.review.TaskKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who may be given a task by name: the same people who could have claimed it.
@Component
class Receivers {
    private static final int MOST_NAMED = 20;

    private final People people;
    private final Queues queues;
    private final StoredTasks tasks;

    Receivers(People people, Queues queues, StoredTasks tasks) {
        this.people = people;
        this.queues = queues;
        this.tasks = tasks;
    }

    /// @return why the task cannot be this person's; empty when it can
    Optional<String> objection(UUID person, TaskRow task) {
        return people.clearance(person)
                .map(clearance -> objection(clearance, task))
                .orElse(Optional.of("does not work here any more"));
    }

    /// Whether who holds the task could still have claimed it. Unlike being given it by name, that holds for second
    /// looks too.
    boolean mayKeep(UUID person, TaskRow task) {
        return people.clearance(person)
                .filter(clearance -> unfit(clearance, task).isEmpty())
                .isPresent();
    }

    /// Those with `part` in their names who could take the task, but for one. Nobody is named for a blind second look:
    /// who is missing would say who looked first.
    List<Colleague> fit(TaskRow task, UUID except, String part) {
        if (task.kind() == TaskKind.SECOND) {
            return List.of();
        }
        var kept = tasks.keptFrom(task.id());
        return people.named(part).stream()
                .filter(one -> !one.person().equals(except) && !kept.contains(one.person()))
                .filter(one -> unfit(one, task).isEmpty())
                .limit(MOST_NAMED)
                .map(one -> new Colleague(one.username(), one.displayName()))
                .toList();
    }

    /// A blind second look goes to nobody by name, so that nobody can try out who looked first.
    ///
    /// @throws DomainProblem `not-independent` when they took part before in what the task looks at again
    void refuseInvolved(UUID person, UUID task) {
        boolean blind =
                tasks.find(task).filter(row -> row.kind() == TaskKind.SECOND).isPresent();
        if (!blind && tasks.isBarred(task, person)) {
            throw new DomainProblem(
                    QueueProblem.NOT_INDEPENDENT,
                    "They took part in an earlier decision on it.",
                    Map.of("taskId", task.toString()));
        }
    }

    private Optional<String> objection(People.Clearance clearance, TaskRow task) {
        if (task.kind() == TaskKind.SECOND) {
            return Optional.of("nobody by name: a second look is blind");
        }
        return unfit(clearance, task)
                .or(() -> tasks.isKeptFrom(task.id(), clearance.person())
                        ? Optional.of("took part already, or skipped it")
                        : Optional.empty());
    }

    private Optional<String> unfit(People.Clearance clearance, TaskRow task) {
        if (!clearance.roles().contains(Role.MODERATOR)) {
            return Optional.of("decides nothing: not a moderator");
        }
        if (!queues.openTo(clearance.roles(), clearance.queues(), clearance.skills())
                .containsKey(task.queue())) {
            return Optional.of("not cleared for the queue " + task.queue());
        }
        if (!reads(clearance.languages(), task.language())) {
            return Optional.of("does not read " + task.language());
        }
        return Optional.empty();
    }

    private static boolean reads(Set<String> languages, String language) {
        return Languages.readsAny(languages) || Languages.readBy(languages).contains(language);
    }
}
