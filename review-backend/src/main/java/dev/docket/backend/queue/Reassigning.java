package dev.docket.backend.queue;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.people.ClearanceChanged;
import dev.docket.backend.people.People;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.policy.PolicyPublished;
import dev.docket.dto.floor.HandOn;
import dev.docket.dto.floor.MoveTasks;
import dev.docket.dto.floor.Moved;
import dev.docket.dto.queue.DrainRequest;
import dev.docket.dto.queue.ReassignRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// What a supervisor moves: one task, all that somebody holds, or what waits in a queue. Whoever loses a task hears of
/// it, and who is given one could have claimed it.
@Service
public class Reassigning {
    private static final int BATCH = 500;
    private static final int MOST_AT_ONCE = 100_000;

    private final StoredTasks tasks;
    private final StoredMoves moves;
    private final Queues queues;
    private final Receivers receivers;
    private final People people;
    private final AuditTrail audit;
    private final QueueNews news;
    private final LiveEvents live;
    private final TransactionTemplate transaction;

    Reassigning(
            StoredTasks tasks,
            StoredMoves moves,
            Queues queues,
            Receivers receivers,
            People people,
            AuditTrail audit,
            QueueNews news,
            LiveEvents live,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.moves = moves;
        this.queues = queues;
        this.receivers = receivers;
        this.people = people;
        this.audit = audit;
        this.news = news;
        this.live = live;
        this.transaction = transaction;
    }

    /// Takes a task from whoever holds it and puts it elsewhere.
    @Transactional
    public void reassign(Caller.Person by, UUID task, ReassignRequest request) {
        var row = tasks.find(task)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such task."));
        var errors = new FieldErrors();
        Texts.comment(errors, request.comment());
        @Nullable String queue = request.to() == null ? null : request.to().queue();
        @Nullable String name = request.to() == null ? null : request.to().person();
        if (request.to() != null && (queue == null) == (name == null)) {
            errors.add("/to", "exactly one of queue and person");
        }
        if (queue != null) {
            queues.objection(row.kind(), row.queue(), queue).ifPresent(why -> errors.add("/to/queue", why));
        }
        @Nullable UUID receiver = name == null ? null : people.idOf(name).orElse(null);
        if (receiver != null) {
            receivers.refuseInvolved(receiver, task);
            refuseChoosing(by, task);
        }
        if (name != null) {
            Optional<String> objection =
                    receiver == null ? Optional.of("nobody of that name") : receivers.objection(receiver, row);
            objection.ifPresent(why -> errors.add("/to/person", why));
        }
        errors.throwIfAny();
        if (!take(by.actor(), task, queue, receiver, request.comment())) {
            throw new DomainProblem(QueueProblem.ALREADY_DECIDED, "There is nothing left to move.");
        }
    }

    /// Gives on what one person holds; what the receiver may not have goes back to its queue.
    @Transactional
    public Moved handOn(Caller.Person by, HandOn request) {
        var errors = new FieldErrors();
        Texts.optional(errors, "/reason", request.reason());
        @Nullable UUID from = known(errors, "/person", request.person());
        @Nullable UUID to = request.to() == null ? null : known(errors, "/to", request.to());
        errors.throwIfAny();
        int moved = 0;
        for (UUID task : moves.of(java.util.Objects.requireNonNull(from, "checked above"))) {
            @Nullable UUID receiver = to != null && mayHave(to, task) && !tasks.isBarred(task, by.id()) ? to : null;
            moved += take(by.actor(), task, null, receiver, request.reason()) ? 1 : 0;
        }
        return new Moved(moved);
    }

    /// Moves what waits in one queue to another, in batches, each a transaction of its own.
    ///
    /// @return how many went; more may wait when it is [#MOST_AT_ONCE]
    public Moved move(Caller.Person by, MoveTasks request) {
        var errors = new FieldErrors();
        Texts.optional(errors, "/reason", request.reason());
        if (request.atMost() != null && request.atMost() < 1) {
            errors.add("/atMost", "1 or more");
        }
        between(errors, "/from", request.from(), request.to());
        errors.throwIfAny();
        int most = request.atMost() == null ? MOST_AT_ONCE : Math.min(MOST_AT_ONCE, request.atMost());
        return drain(by, new StoredMoves.Drain(request.from(), request.to(), null, null), most, request.reason());
    }

    /// @see #move
    public Moved drain(Caller.Person by, String queue, DrainRequest request) {
        var errors = new FieldErrors();
        between(errors, "", queue, request.to());
        errors.throwIfAny();
        @Nullable String language = request.language() == null ? null : Languages.primary(request.language());
        return drain(by, new StoredMoves.Drain(queue, request.to(), language, request.olderThan()), MOST_AT_ONCE, null);
    }

    private Moved drain(Caller.Person by, StoredMoves.Drain drain, int most, @Nullable String reason) {
        int moved = 0;
        int went;
        do {
            int batch = Math.min(BATCH, most - moved);
            went = java.util.Objects.requireNonNull(transaction.execute(status -> drain(by, drain, batch)));
            moved += went;
            live.publish("floor.moved", drain.from(), Map.of("from", drain.from(), "to", drain.to(), "tasks", moved));
        } while (went == BATCH && moved < most);
        return new Moved(moved);
    }

    private int drain(Caller.Person by, StoredMoves.Drain drain, int batch) {
        int went = moves.drain(drain, batch);
        if (went > 0) {
            audit.append(by.actor(), "queue.drained", "queue", drain.from(), Map.of("to", drain.to(), "tasks", went));
            news.changed(drain.from());
            news.changed(drain.to());
        }
        return went;
    }

    /// What somebody holds that they may not have any more goes back.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ClearanceChanged changed) {
        tasks.offerAgain(changed.person());
        moves.of(changed.person()).forEach(task -> takeUnlessCleared(changed.person(), task));
    }

    /// What people hold of a policy that they may not decide by any more goes back, once the policy is in force.
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(PolicyPublished published) {
        tasks.offerAgain(null);
        recheck(published.policy());
    }

    /// Takes back what is held, or kept for somebody, in a policy's queues and may not be theirs.
    @Transactional
    public void recheck(String policy) {
        moves.heldIn(policy).forEach((task, person) -> takeUnlessCleared(person, task));
    }

    private void takeUnlessCleared(UUID person, UUID task) {
        if (tasks.find(task).filter(row -> receivers.mayKeep(person, row)).isEmpty()) {
            take(new Actor.Automation("queue"), task, null, null, null);
        }
    }

    /// Whoever took part does not choose who looks again.
    private void refuseChoosing(Caller.Person by, UUID task) {
        if (tasks.isBarred(task, by.id())) {
            throw new DomainProblem(
                    QueueProblem.NOT_INDEPENDENT,
                    "You took part in an earlier decision on it; leave it to the queue, or to another supervisor.",
                    Map.of("taskId", task.toString()));
        }
    }

    private boolean mayHave(UUID person, UUID task) {
        return tasks.find(task)
                .filter(row -> receivers.objection(person, row).isEmpty())
                .isPresent();
    }

    private boolean take(
            Actor by, UUID task, @Nullable String queue, @Nullable UUID receiver, @Nullable String comment) {
        var taken = moves.take(task, queue, receiver, TaskMoves.KEPT);
        taken.ifPresent(was -> {
            var details = new HashMap<String, Object>(Map.of("from", was.from(), "queue", was.to()));
            if (was.holder() != null) {
                details.put("holder", was.holder());
                news.lost(was.holder(), task, was.from());
            }
            if (receiver != null) {
                details.put("to", receiver);
            }
            details.put("commented", comment != null);
            audit.append(by, "task.reassigned", "task", task.toString(), details);
            news.changed(was.from());
            news.changed(was.to());
        });
        return taken.isPresent();
    }

    private void between(FieldErrors errors, String pointer, String from, String to) {
        if (!queues.isOfPolicy(from)) {
            errors.add(pointer, "a policy's queue");
        }
        if (from.equals(to) || !queues.isOfPolicy(to) && !Queues.ADJUDICATION.equals(to)) {
            errors.add("/to", "another policy's queue, or adjudication");
        }
    }

    private @Nullable UUID known(FieldErrors errors, String pointer, String id) {
        @Nullable UUID person = Ids.parse(id).orElse(null);
        if (person == null || people.clearance(person).isEmpty()) {
            errors.add(pointer, "nobody who works here");
            return null;
        }
        return person;
    }
}
