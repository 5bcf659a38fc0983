package dev.docket.backend.queue;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.RenewRequest;
import dev.docket.dto.queue.RenewResult;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands out review tasks, one holder at a time.
///
/// A claim is a lease and not a lock: when it runs out the task goes to whoever asks next, and the late holder's
/// decision is refused. Losing a minute of one moderator's work is cheaper than an item nobody can reach because a
/// desktop went to sleep. Lease numbers only rise, so a late holder cannot be mistaken for the present one.
@Service
public class ReviewQueue {
    static final Duration LEASE = Duration.ofMinutes(5);
    static final int MOST_HELD = 20;

    private static final int MOST_A_CLAIM = 10;
    private static final int MOST_RENEWED = 50;

    /// How many heads of a queue a claim looks at, beyond what it wants; and when those are taken.
    private static final int NARROW = 3;

    private static final int WIDE = 500;

    private static final int MOST_TRIES = 5;

    private final StoredTasks tasks;
    private final TaskAssembly assembly;
    private final Queues queues;
    private final QueueCounts counts;
    private final ObjectProvider<ClaimGuard> guards;
    private final ObjectProvider<JudgingRights> rights;
    private final AuditTrail audit;
    private final QueueNews news;

    ReviewQueue(
            StoredTasks tasks,
            TaskAssembly assembly,
            Queues queues,
            QueueCounts counts,
            ObjectProvider<ClaimGuard> guards,
            ObjectProvider<JudgingRights> rights,
            AuditTrail audit,
            QueueNews news) {
        this.tasks = tasks;
        this.assembly = assembly;
        this.queues = queues;
        this.counts = counts;
        this.guards = guards;
        this.rights = rights;
        this.audit = audit;
        this.news = news;
    }

    /// Claims the most urgent tasks the person is cleared for; an empty list when none waits.
    ///
    /// One claim of a person at a time: two at once would each see room for what they take.
    @Transactional
    public List<Task> claim(Caller.Person person, ClaimRequest request) {
        var wanted = offered(person, check(request, queues.openTo(person).keySet()));
        if (wanted.isEmpty()) {
            return List.of();
        }
        tasks.claimAlone(person.id());
        var claimed = claimForOneself(
                person,
                new StoredTasks.Claim(
                        person.id(),
                        wanted,
                        Languages.readBy(person.languages()),
                        Languages.readsAny(person.languages()),
                        request.count() == null ? 1 : request.count(),
                        MOST_HELD,
                        LEASE));
        audit.appendAll(
                person.actor(),
                "task.claimed",
                "task",
                claimed.stream().collect(Collectors.toMap(task -> task.id().toString(), ReviewQueue::claimDetails)));
        claimed.stream().map(TaskRow::queue).distinct().forEach(news::changed);
        return assembly.assemble(claimed, person);
    }

    /// Guards narrow what may be offered, one after another; none may widen it.
    private Set<String> offered(Caller.Person person, Collection<String> wanted) {
        Set<String> offered = Set.copyOf(wanted);
        for (ClaimGuard guard : guards) {
            if (!offered.isEmpty()) {
                var left = guard.offered(person, offered);
                offered = offered.stream().filter(left::contains).collect(Collectors.toUnmodifiableSet());
            }
        }
        return offered;
    }

    /// What somebody may not judge is kept from them and goes back to whoever else asks. A few times only: who is
    /// cleared for next to nothing has the rest of it sorted out by their next claims.
    private List<TaskRow> claimForOneself(Caller.Person person, StoredTasks.Claim claim) {
        var own = new ArrayList<TaskRow>();
        for (int tries = 0; tries < MOST_TRIES && own.size() < claim.count(); tries++) {
            var claimed = claimOrReclaim(claim.less(own.size()));
            var foreign =
                    claimed.stream().filter(task -> !mayJudge(person, task)).toList();
            foreign.forEach(task -> tasks.keepFrom(task.id(), person.id()));
            claimed.stream().filter(task -> !foreign.contains(task)).forEach(own::add);
            if (foreign.isEmpty()) {
                return own;
            }
        }
        return own;
    }

    private boolean mayJudge(Caller.Person person, TaskRow task) {
        return !task.held().judgesFindings() || rights.stream().allMatch(judging -> judging.admit(person, task.held()));
    }

    /// A claim usually finds what it wants among the first few. Where many claim at once those may all
    /// be taken in the same instant, so it looks further down; and only who still finds too little
    /// looks for leases that ran out, which the sweeper finds within the second anyway.
    private List<TaskRow> claimOrReclaim(StoredTasks.Claim claim) {
        var claimed = new ArrayList<>(tasks.claim(claim, claim.count() + NARROW));
        if (claimed.size() < claim.count()) {
            reclaimExpired();
            claimed.addAll(tasks.claim(claim.less(claimed.size()), WIDE));
        }
        return claimed;
    }

    private static Map<String, ?> claimDetails(TaskRow task) {
        return Map.of("queue", task.queue(), "lease", task.leaseNumber());
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

    @Transactional(readOnly = true)
    public List<QueueView> queues(Caller.Person person) {
        var open = queues.openTo(person);
        var counted = counts.of(open.keySet());
        return open.entrySet().stream()
                .map(queue -> view(queue.getKey(), queue.getValue(), counted))
                .toList();
    }

    /// Makes tasks claimable whose holders are gone. Called when a claim finds too little, and once a second by the
    /// sweeper.
    @Transactional
    public void reclaimExpired() {
        tasks.reclaimExpired().forEach(lost -> news.lost(lost.person(), lost.task(), lost.queue()));
    }

    private static Collection<String> check(ClaimRequest request, Collection<String> open) {
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

    private static QueueView view(String key, String title, Map<String, QueueCounts.QueueCount> counted) {
        var count = Objects.requireNonNull(counted.get(key), "every queue is counted");
        return new QueueView(
                key, title, count.waiting(), count.leased(), count.oldestAt(), count.nextDueAt(), count.atRisk());
    }
}
