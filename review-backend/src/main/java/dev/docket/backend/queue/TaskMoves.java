package dev.docket.backend.queue;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.people.People;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.queue.HoldRequest;
import dev.docket.dto.queue.PutDownRequest;
import dev.docket.dto.review.EscalateRequest;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Shown;
import dev.docket.dto.review.SkipRequest;
import dev.docket.dto.review.TaskKind;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Moves tasks that somebody holds: given up, or handed on with a note.
@Service
public class TaskMoves {
    /// The third skip sends a task to a supervisor.
    private static final int MOST_SKIPS = 3;

    private static final int NEVER = Integer.MAX_VALUE;

    /// How long a task waits for the one person it was handed to, before it is anybody's again.
    static final Duration KEPT = Duration.ofHours(4);

    private static final Duration LONGEST_HOLD = Duration.ofHours(8);

    private final StoredTasks tasks;
    private final TaskInvolvement involvement;
    private final StoredMoves moves;
    private final HeldTasks held;
    private final Queues queues;
    private final Receivers receivers;
    private final People people;
    private final AuditTrail audit;
    private final QueueNews news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskMoves(
            StoredTasks tasks,
            TaskInvolvement involvement,
            StoredMoves moves,
            HeldTasks held,
            Queues queues,
            Receivers receivers,
            People people,
            AuditTrail audit,
            QueueNews news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.involvement = involvement;
        this.moves = moves;
        this.held = held;
        this.queues = queues;
        this.receivers = receivers;
        this.people = people;
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /// Gives a task up for good: it is never offered to this person again.
    @Transactional
    public void skip(Caller.Person person, UUID task, SkipRequest request) {
        var errors = new FieldErrors();
        if (request.reason().isBlank() || request.reason().length() > 100) {
            errors.add("/reason", "1 to 100 characters");
        }
        Texts.comment(errors, request.comment());
        Texts.shown(errors, request.shown());
        errors.throwIfAny();
        var row = putBack(new StoredTasks.PutBack(
                task, person.id(), request.lease(), 1, MOST_SKIPS, null, null, KEPT, request.comment()));
        noteWords(person, row, request.comment());
        tasks.recordSkip(task, person.id(), request.reason(), request.comment(), clock.instant());
        audit.append(
                person.actor(),
                "task.skipped",
                "task",
                task.toString(),
                Map.of("reason", request.reason(), "queue", row.queue()));
        news.changed(row.queue());
        tellOfLook(person, row, request.shown());
    }

    /// Hands a task on to a queue or to one person, who has it to themselves for some hours.
    @Transactional
    public void escalate(Caller.Person person, UUID task, EscalateRequest request) {
        var errors = new FieldErrors();
        Texts.comment(errors, request.comment());
        Texts.shown(errors, request.shown());
        @Nullable String queue = request.to().queue();
        @Nullable String name = request.to().person();
        if ((queue == null) == (name == null)) {
            errors.add("/to", "exactly one of queue and person");
        }
        var waiting = tasks.find(task);
        if (queue != null) {
            waiting.flatMap(row -> queues.objection(row.kind(), row.queue(), queue))
                    .ifPresent(why -> errors.add("/to/queue", why));
        }
        @Nullable UUID receiver = name == null ? null : receiver(errors, person, waiting, name);
        errors.throwIfAny();
        if (receiver != null) {
            receivers.refuseInvolved(receiver, task);
        }
        var row = putBack(new StoredTasks.PutBack(
                task, person.id(), request.lease(), 0, NEVER, queue, receiver, KEPT, request.comment()));
        noteWords(person, row, request.comment());
        var details = new HashMap<String, Object>(Map.of("queue", row.queue()));
        if (receiver != null) {
            details.put("to", receiver);
        }
        audit.append(person.actor(), "task.escalated", "task", task.toString(), details);
        news.changed(row.queue());
        tellOfLook(person, row, request.shown());
    }

    /// Puts an appeal or an adjudication down again, before its lease runs out: it waits for whoever
    /// may take it, the same person too. Other tasks are skipped or handed on; one that came back
    /// would tell itself from a trial task, which cannot.
    @Transactional
    public void putDown(Caller.Person person, UUID task, PutDownRequest request) {
        var errors = new FieldErrors();
        tasks.find(task)
                .filter(row -> row.kind() == TaskKind.FIRST || row.kind() == TaskKind.SECOND)
                .ifPresent(row -> errors.add("", "only appeals and adjudications; skip it, or hand it on"));
        errors.throwIfAny();
        var row =
                putBack(new StoredTasks.PutBack(task, person.id(), request.lease(), 0, NEVER, null, null, KEPT, null));
        audit.append(person.actor(), "task.put-down", "task", task.toString(), Map.of("queue", row.queue()));
        news.changed(row.queue());
    }

    /// Keeps a held task beyond its lease; when the time is over it waits again like any other.
    ///
    /// @return the lease as it is now
    @Transactional
    public Lease hold(Caller.Person person, UUID task, HoldRequest request) {
        var errors = new FieldErrors();
        Texts.comment(errors, request.comment());
        var now = clock.instant();
        if (!request.until().isAfter(now) || request.until().isAfter(now.plus(LONGEST_HOLD))) {
            errors.add("/until", "within the next " + LONGEST_HOLD.toHours() + " hours");
        }
        errors.throwIfAny();
        var until = moves.hold(task, person.id(), request.lease(), request.until())
                .orElseThrow(() -> held.refusal(task, person.id()));
        audit.append(person.actor(), "task.held", "task", task.toString(), Map.of("until", until));
        return new Lease(request.lease(), until);
    }

    private @Nullable UUID receiver(FieldErrors errors, Caller.Person person, Optional<TaskRow> task, String name) {
        @Nullable UUID receiver = people.idOf(name).orElse(null);
        if (receiver == null) {
            errors.add("/to/person", "nobody of that name");
        } else if (receiver.equals(person.id())) {
            errors.add("/to/person", "somebody else than yourself");
        } else {
            task.filter(row -> row.kind() == TaskKind.SECOND || !tasks.isBarred(row.id(), receiver))
                    .flatMap(row -> receivers.objection(receiver, row))
                    .ifPresent(why -> errors.add("/to/person", why));
        }
        return receiver;
    }

    private void tellOfLook(Caller.Person person, TaskRow task, @Nullable Shown shown) {
        if (shown != null) {
            events.publishEvent(new TaskGivenUp(person.id(), task.item(), task.severity(), shown));
        }
    }

    /// Whoever decides next reads them.
    private void noteWords(Caller.Person person, TaskRow task, @Nullable String words) {
        if (words != null && !words.isBlank() && task.purpose() == Purpose.LIVE) {
            involvement.note(person.id(), TaskInvolvement.Part.HANDED_ON, List.of(task.item()), task.id());
        }
    }

    private TaskRow putBack(StoredTasks.PutBack move) {
        return tasks.putBack(move).orElseThrow(() -> held.refusal(move.task(), move.person()));
    }
}
