package dev.docket.backend.queue;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.TaskState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tasks under a lease, as whoever decides them needs them.
@Service
class HeldTasks implements ReviewTasks {
    private final StoredTasks tasks;
    private final TaskAssembly assembly;
    private final QueueTargets targets;
    private final QueueNews news;

    HeldTasks(StoredTasks tasks, TaskAssembly assembly, QueueTargets targets, QueueNews news) {
        this.tasks = tasks;
        this.assembly = assembly;
        this.targets = targets;
        this.news = news;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public HeldTask complete(UUID task, UUID person, long lease) {
        var row = tasks.complete(task, person, lease).orElseThrow(() -> refusal(task, person));
        news.changed(row.queue());
        return row.held();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID task, UUID person) {
        if (!tasks.giveBack(task, person, ReviewQueue.LEASE)) {
            throw new IllegalStateException("a decided task is done");
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int beginRound(UUID item) {
        return tasks.nextRound(item);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isAppealed(UUID item) {
        return tasks.isAppealed(item);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HeldTask> firstLook(UUID item) {
        return tasks.firstOf(item).map(TaskRow::held);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(NewLook look) {
        long slack = Deadlines.slackSeconds(look.severity(), look.probability(), 0, 0, 0);
        if (tasks.open(look, targets.cut(look.queue(), slack))) {
            news.changed(look.queue());
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeBack(UUID item, int round) {
        return tasks.takeBack(item, round);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Integer> withdraw(UUID item, UUID decision) {
        var waiting = tasks.lockLive(item);
        if (waiting.stream().anyMatch(task -> task.state() == TaskState.CLAIMED)) {
            return Optional.empty();
        }
        tasks.withdraw(item, decision);
        waiting.stream().map(TaskRow::queue).distinct().forEach(news::changed);
        return Optional.of(tasks.nextRound(item));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void putBack(UUID decision) {
        tasks.putBackWithdrawn(decision).forEach(news::changed);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Task> view(UUID task, Caller.Person person) {
        refuseInvolved(task, person.id());
        return tasks.find(task)
                .filter(row -> row.isHeldBy(person.id()) || person.is(Role.SUPERVISOR))
                .map(row -> assembly.assemble(List.of(row), person).getFirst());
    }

    private void refuseInvolved(UUID task, UUID person) {
        if (tasks.isBarred(task, person)) {
            throw new DomainProblem(
                    QueueProblem.NOT_INDEPENDENT,
                    "You took part in an earlier decision on it.",
                    Map.of("taskId", task.toString()));
        }
    }

    /// Why a task could not be moved under the lease that was shown.
    DomainProblem refusal(UUID task, UUID person) {
        refuseInvolved(task, person);
        var row = tasks.find(task)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such task."));
        return row.state() == TaskState.DONE
                ? new DomainProblem(
                        QueueProblem.ALREADY_DECIDED,
                        "Somebody was first; claim the next task.",
                        Map.of("taskId", task.toString()))
                : new DomainProblem(
                        QueueProblem.LEASE_LOST,
                        "The lease ran out or was taken over; claim the task again if it still waits.",
                        Map.of("taskId", task.toString()));
    }
}
