package dev.docket.backend.queue;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.people.People;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.AnswerRequest;
import dev.docket.dto.queue.AskRequest;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.QuestionView;
import dev.docket.dto.queue.Questions;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.TaskItem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Lets whoever holds a task ask a colleague, or the supervisors. Who was asked saw the item: [TaskInvolvement] keeps
/// them from any later look that must be independent.
@Service
public class Colleagues {
    private final StoredQuestions questions;
    private final StoredParts parts;
    private final StoredTasks tasks;
    private final TaskAssembly assembly;
    private final Receivers receivers;
    private final People people;
    private final AuditTrail audit;
    private final LiveEvents live;

    Colleagues(
            StoredQuestions questions,
            StoredParts parts,
            StoredTasks tasks,
            TaskAssembly assembly,
            Receivers receivers,
            People people,
            AuditTrail audit,
            LiveEvents live) {
        this.questions = questions;
        this.parts = parts;
        this.tasks = tasks;
        this.assembly = assembly;
        this.receivers = receivers;
        this.people = people;
        this.audit = audit;
        this.live = live;
    }

    /// Whom the holder of a task may ask about it or hand it to.
    @Transactional(readOnly = true)
    public List<Colleague> of(Caller.Person person, UUID task, String part) {
        var row = person.is(Role.SUPERVISOR) ? known(task) : held(person, task);
        return receivers.fit(row, person.id(), part);
    }

    /// @return the question's id
    @Transactional
    public UUID ask(Caller.Person person, UUID task, AskRequest request) {
        var row = held(person, task);
        var errors = new FieldErrors();
        Texts.required(errors, "/question", request.question());
        @Nullable UUID to = request.to() == null ? null : colleague(errors, person, row, request.to());
        errors.throwIfAny();
        UUID id = Ids.next();
        questions.insert(id, row, person.id(), to, request.question());
        if (to != null) {
            parts.keepFromLooks(to, List.of(row.item()), task);
        }
        audit.append(
                person.actor(),
                "question.asked",
                "task",
                task.toString(),
                to == null ? Map.of("question", id) : Map.of("question", id, "to", to));
        if (to == null) {
            live.publish("question.asked", row.queue(), Map.of("question", id));
        } else {
            live.publishTo(to, "question.asked", id.toString(), Map.of("question", id));
        }
        return id;
    }

    @Transactional(readOnly = true)
    public Questions mine(Caller.Person person) {
        var toAnswer = questions.toAnswer(person.id(), person.is(Role.SUPERVISOR));
        var asked = questions.askedBy(person.id());
        var items = items(
                person,
                Stream.concat(toAnswer.stream(), asked.stream())
                        .map(StoredQuestions.Row::task)
                        .distinct()
                        .toList());
        return new Questions(views(toAnswer, items), views(asked, items));
    }

    @Transactional
    public void answer(Caller.Person person, UUID question, AnswerRequest request) {
        var errors = new FieldErrors();
        Texts.required(errors, "/answer", request.answer());
        errors.throwIfAny();
        boolean supervisor = person.is(Role.SUPERVISOR);
        var asked = questions
                .answer(question, person.id(), supervisor, request.answer())
                .orElseThrow(() -> questions.isAnswered(question, person.id(), supervisor)
                        ? new DomainProblem(QueueProblem.ALREADY_ANSWERED, "Nothing is left to do.")
                        : new DomainProblem(CommonProblem.NOT_FOUND, "There is no such question for you."));
        parts.keepFromLooks(person.id(), List.of(asked.item()), asked.task());
        audit.append(
                person.actor(), "question.answered", "task", asked.task().toString(), Map.of("question", question));
        live.publishTo(
                asked.asker(),
                "question.answered",
                question.toString(),
                Map.of("question", question, "task", asked.task()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemErased erased) {
        questions.forgetWords(erased.item());
    }

    private TaskRow known(UUID task) {
        return tasks.find(task).orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such task."));
    }

    private TaskRow held(Caller.Person person, UUID task) {
        return tasks.find(task)
                .filter(found -> found.isHeldBy(person.id()))
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "You hold no such task."));
    }

    private @Nullable UUID colleague(FieldErrors errors, Caller.Person person, TaskRow task, String name) {
        @Nullable UUID to = people.idOf(name).orElse(null);
        if (to == null) {
            errors.add("/to", "nobody of that name");
        } else if (to.equals(person.id())) {
            errors.add("/to", "somebody else than yourself");
        } else {
            receivers.refuseInvolved(to, task.id());
            receivers.objection(to, task).ifPresent(why -> errors.add("/to", why));
        }
        return to;
    }

    /// As the holder of the task saw them.
    private Map<String, TaskItem> items(Caller.Person reader, List<UUID> wanted) {
        var rows = wanted.stream().flatMap(id -> tasks.find(id).stream()).toList();
        return assembly.assemble(rows, reader).stream().collect(Collectors.toMap(Task::id, Task::item));
    }

    private static List<QuestionView> views(List<StoredQuestions.Row> rows, Map<String, TaskItem> items) {
        return rows.stream()
                .map(row -> new QuestionView(
                        row.id().toString(),
                        row.task().toString(),
                        row.item().toString(),
                        row.asker(),
                        row.receiver(),
                        row.question(),
                        row.askedAt(),
                        row.answer(),
                        row.answerer(),
                        row.answeredAt(),
                        items.get(row.task().toString())))
                .toList();
    }
}
