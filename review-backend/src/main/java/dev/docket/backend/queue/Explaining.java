package dev.docket.backend.queue;

import dev.docket.backend.classification.Rereadings;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.ExplanationView;
import dev.docket.dto.review.Task;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Explains scores on request to those who may see them: of a task to whoever may see the task, of an item to those
/// whose screens hold any item. Where scores are withheld so is what explains them.
@Service
public class Explaining {
    private final ReviewTasks tasks;
    private final StoredTasks stored;
    private final Rereadings rereadings;

    Explaining(ReviewTasks tasks, StoredTasks stored, Rereadings rereadings) {
        this.tasks = tasks;
        this.stored = stored;
        this.rereadings = rereadings;
    }

    /// Not in a transaction: it waits for the model.
    ///
    /// @throws DomainProblem `not-found`, `not-independent`, `scores-hidden`, and what [Rereadings#explain]
    ///     says
    public ExplanationView ofTask(Caller.Person person, UUID task, @Nullable String label) {
        return rereadings.explain(person.id(), item(visible(person, task)), label);
    }

    /// The same of an item, whether or not a task waits on it. Who has it before them as a task sees what the task
    /// shows.
    public ExplanationView ofItem(Caller.Person person, UUID item, @Nullable String label) {
        check(person, item);
        return rereadings.explain(person.id(), item, label);
    }

    /// Whoever asked does not want it any more; what nobody wants is not worked out.
    public void abandonTask(Caller.Person person, UUID task) {
        rereadings.abandon(person.id(), item(visible(person, task)));
    }

    public void abandonItem(Caller.Person person, UUID item) {
        check(person, item);
        rereadings.abandon(person.id(), item);
    }

    private void check(Caller.Person person, UUID item) {
        var held = stored.heldOn(item, person.id());
        held.forEach(task -> visible(person, task));
        if (held.isEmpty() && !person.is(Role.SENIOR) && !person.is(Role.POLICY)) {
            throw new DomainProblem(CommonProblem.NOT_FOUND, "There is no such item for you.");
        }
    }

    private Task visible(Caller.Person person, UUID task) {
        var seen = tasks.view(task, person)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such task for you."));
        if (seen.evidence().scoresHidden()) {
            throw new DomainProblem(QueueProblem.SCORES_HIDDEN, "Decide without them; they are shown afterwards.");
        }
        return seen;
    }

    private static UUID item(Task task) {
        return Ids.parse(task.item().id()).orElseThrow();
    }
}
