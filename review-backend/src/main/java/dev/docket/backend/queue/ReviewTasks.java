package dev.docket.backend.queue;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.review.Task;
import java.util.Optional;
import java.util.UUID;

/// What the review module needs of the queue. Every method joins the caller's transaction.
public interface ReviewTasks {
    /// Closes a task under a live lease.
    ///
    /// @throws dev.docket.backend.platform.DomainProblem `lease-lost` when the lease is not the live one of this
    ///     person, `already-decided` when the task is done, `not-found` when there is no such task for them
    HeldTask complete(UUID task, UUID person, long lease);

    /// Gives a completed task back to the person who completed it, under a new lease, after an undo.
    void giveBack(UUID task, UUID person);

    /// Opens a new round for a supervisor, after a holder found that they cannot decide.
    void passOn(HeldTask task, String reason);

    /// The task as this person may see it.
    Optional<Task> view(UUID task, Caller.Person person);
}
