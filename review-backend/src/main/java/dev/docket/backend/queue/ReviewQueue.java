package dev.docket.backend.queue;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.people.People;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.RenewRequest;
import dev.docket.dto.queue.RenewResult;
import dev.docket.dto.review.EscalateRequest;
import dev.docket.dto.review.SkipRequest;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.TaskState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Hands out review tasks, one holder at a time.
///
/// A claim is a lease and not a lock: when it runs out the task goes to whoever asks next, and
/// the late holder's decision is refused. Losing a minute of one moderator's work is cheaper
/// than an item nobody can reach because a desktop went to sleep. Lease numbers only rise, so a
/// late holder cannot be mistaken for the present one.
@Service
public class ReviewQueue implements ReviewTasks {
    static final Duration LEASE = Duration.ofMinutes(5);
    private static final int MOST_A_CLAIM = 10;
    private static final int MOST_HELD = 20;
    private static final int MOST_RENEWED = 50;
    /// The third skip sends a task to a supervisor.
    private static final int MOST_SKIPS = 3;

    private static final int NEVER = Integer.MAX_VALUE;

    /// How many heads of a queue a claim looks at, beyond what it wants; and when those are taken.
    private static final int NARROW = 3;

    private static final int WIDE = 500;

    private final StoredTasks tasks;
    private final TaskAssembly assembly;
    private final Queues queues;
    private final People people;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;

    ReviewQueue(
            StoredTasks tasks,
            TaskAssembly assembly,
            Queues queues,
            People people,
            AuditTrail audit,
            LiveEvents live,
            Clock clock) {
        this.tasks = tasks;
        this.assembly = assembly;
        this.queues = queues;
        this.people = people;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// Claims the most urgent tasks the person is cleared for; an empty list when none waits.
    @Transactional
    public List<Task> claim(Caller.Person person, ClaimRequest request) {
        var open = queues.openTo(person).keySet();
        var wanted = Set.copyOf(check(request, open));
        int count = Math.min(
                request.count() == null ? 1 : request.count(),
                MOST_HELD - Math.min(MOST_HELD, tasks.heldBy(person.id())));
        if (count == 0 || wanted.isEmpty()) {
            return List.of();
        }
        var claimed = claimOrReclaim(new StoredTasks.Claim(
                person.id(),
                wanted,
                Languages.readBy(person.languages()),
                Languages.readsAny(person.languages()),
                count,
                LEASE));
        claimed.forEach(task -> audit.append(
                person.actor(),
                "task.claimed",
                "task",
                task.id().toString(),
                Map.of("queue", task.queue(), "lease", task.leaseNumber())));
        claimed.stream().map(TaskRow::queue).distinct().forEach(this::changed);
        return assembly.assemble(claimed);
    }

    /// A claim usually finds what it wants among the first few. Where many claim at once those
    /// may all be taken in the same instant, so it looks further down; and only who still finds
    /// too little looks for leases that ran out, which the sweeper finds within the second
    /// anyway.
    private List<TaskRow> claimOrReclaim(StoredTasks.Claim claim) {
        var claimed = new ArrayList<>(tasks.claim(claim, claim.count() + NARROW));
        if (claimed.size() < claim.count()) {
            reclaimExpired();
            claimed.addAll(tasks.claim(claim.less(claimed.size()), WIDE));
        }
        return claimed;
    }

    /// Prolongs the leases that are still held; the others are named as lost.
    @Transactional
    public RenewResult renew(Caller.Person person, RenewRequest request) {
        if (request.leases().size() > MOST_RENEWED) {
            new FieldErrors()
                    .add("/leases", "at most " + MOST_RENEWED + " at a time")
                    .throwIfAny();
        }
        var held = new ArrayList<RenewResult.HeldLease>();
        var lost = new ArrayList<String>();
        for (var lease : request.leases()) {
            Ids.parse(lease.taskId())
                    .flatMap(task -> tasks.renew(task, person.id(), lease.number(), LEASE))
                    .ifPresentOrElse(
                            until -> held.add(new RenewResult.HeldLease(lease.taskId(), lease.number(), until)),
                            () -> lost.add(lease.taskId()));
        }
        return new RenewResult(held, lost);
    }

    /// Gives a task up for good: it is never offered to this person again.
    @Transactional
    public void skip(Caller.Person person, UUID task, SkipRequest request) {
        var errors = new FieldErrors();
        if (request.reason().isBlank() || request.reason().length() > 100) {
            errors.add("/reason", "1 to 100 characters");
        }
        comment(errors, request.comment());
        errors.throwIfAny();
        var row = putBack(new StoredTasks.PutBack(
                task, person.id(), request.lease(), 1, MOST_SKIPS, null, null, request.comment()));
        tasks.recordSkip(task, person.id(), request.reason(), request.comment(), clock.instant());
        audit.append(
                person.actor(),
                "task.skipped",
                "task",
                task.toString(),
                Map.of("reason", request.reason(), "queue", row.queue()));
        changed(row.queue());
    }

    /// Hands a task on to a queue or to one person.
    @Transactional
    public void escalate(Caller.Person person, UUID task, EscalateRequest request) {
        var errors = new FieldErrors();
        comment(errors, request.comment());
        @Nullable String queue = request.to().queue();
        @Nullable String name = request.to().person();
        if ((queue == null) == (name == null)) {
            errors.add("/to", "exactly one of queue and person");
        }
        if (queue != null && !queues.exists(queue)) {
            errors.add("/to/queue", "no such queue");
        }
        Optional<UUID> receiver = name == null ? Optional.empty() : people.idOf(name);
        if (name != null && receiver.isEmpty()) {
            errors.add("/to/person", "nobody of that name");
        }
        errors.throwIfAny();
        receiver.ifPresent(someone -> refuseInvolved(task, someone, "They took part in an earlier decision on it."));
        var row = putBack(new StoredTasks.PutBack(
                task, person.id(), request.lease(), 0, NEVER, queue, receiver.orElse(null), request.comment()));
        audit.append(person.actor(), "task.escalated", "task", task.toString(), Map.of("queue", row.queue()));
        changed(row.queue());
    }

    @Transactional(readOnly = true)
    public List<QueueView> queues(Caller.Person person) {
        var open = queues.openTo(person);
        Map<String, StoredTasks.QueueCount> counts = tasks.counts(open.keySet()).stream()
                .collect(Collectors.toMap(StoredTasks.QueueCount::key, Function.identity()));
        return open.entrySet().stream()
                .map(queue -> view(queue.getKey(), queue.getValue(), counts.get(queue.getKey())))
                .toList();
    }

    /// Makes tasks claimable whose holders are gone. Called when a claim finds too little, and
    /// once a second by the sweeper.
    @Transactional
    public void reclaimExpired() {
        for (var lost : tasks.reclaimExpired()) {
            live.publishTo(
                    lost.person(),
                    "lease.lost",
                    lost.task().toString(),
                    Map.of("task", lost.task(), "queue", lost.queue()));
            changed(lost.queue());
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public HeldTask complete(UUID task, UUID person, long lease) {
        var row = tasks.complete(task, person, lease).orElseThrow(() -> {
            refuseInvolved(task, person, "You took part in an earlier decision on it.");
            return refusal(task);
        });
        changed(row.queue());
        return row.held();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID task, UUID person) {
        if (!tasks.giveBack(task, person, LEASE)) {
            throw new IllegalStateException("a decided task is done");
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(NewLook look) {
        if (tasks.open(look, Deadlines.slackSeconds(look.severity(), look.probability(), 0, 0, 0))) {
            changed(look.queue());
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
        waiting.stream().map(TaskRow::queue).distinct().forEach(this::changed);
        return Optional.of(tasks.nextRound(item));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void putBack(UUID decision) {
        tasks.putBackWithdrawn(decision).forEach(this::changed);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Task> view(UUID task, Caller.Person person) {
        refuseInvolved(task, person.id(), "You took part in an earlier decision on it.");
        return tasks.find(task)
                .filter(row -> row.isHeldBy(person.id()) || person.is(Role.SUPERVISOR))
                .map(row -> assembly.assemble(List.of(row)).getFirst());
    }

    private void refuseInvolved(UUID task, UUID person, String why) {
        if (tasks.isBarred(task, person)) {
            throw new DomainProblem(QueueProblem.NOT_INDEPENDENT, why, Map.of("taskId", task.toString()));
        }
    }

    private TaskRow putBack(StoredTasks.PutBack move) {
        return tasks.putBack(move).orElseThrow(() -> refusal(move.task()));
    }

    private DomainProblem refusal(UUID task) {
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

    private Collection<String> check(ClaimRequest request, Collection<String> open) {
        var errors = new FieldErrors();
        if (request.count() != null && (request.count() < 1 || request.count() > MOST_A_CLAIM)) {
            errors.add("/count", "1 to " + MOST_A_CLAIM);
        }
        errors.throwIfAny();
        if (request.queues() == null) {
            return open;
        }
        for (String queue : request.queues()) {
            if (!open.contains(queue)) {
                throw new DomainProblem(
                        QueueProblem.UNKNOWN_QUEUE, "Ask GET /api/v1/queues for the queues you are cleared for.");
            }
        }
        return request.queues();
    }

    private static void comment(FieldErrors errors, @Nullable String comment) {
        if (comment != null && comment.length() > 2_000) {
            errors.add("/comment", "at most 2000 characters");
        }
    }

    private static QueueView view(String key, String title, StoredTasks.@Nullable QueueCount count) {
        return count == null
                ? new QueueView(key, title, 0, 0, null, null, 0)
                : new QueueView(
                        key,
                        title,
                        count.waiting(),
                        count.leased(),
                        count.oldestAt(),
                        count.nextDueAt(),
                        count.atRisk());
    }

    private void changed(String queue) {
        live.publish("queue.changed", queue, Map.of("queue", queue));
    }
}
