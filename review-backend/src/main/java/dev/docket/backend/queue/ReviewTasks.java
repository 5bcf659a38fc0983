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

    /// Begins a round of the item: the number after every look and decision there was. Others who begin one wait until
    /// the transaction ends.
    int beginRound(UUID item);

    /// Whether an appeal on the item waits or is before somebody.
    boolean isAppealed(UUID item);

    /// How the item waited when it was first looked at; empty for one that never did.
    Optional<HeldTask> firstLook(UUID item);

    /// Opens a new round of the item. Does nothing when that look waits already.
    void open(NewLook look);

    /// Takes a look back that nobody has begun, after the decision that asked for it was undone.
    ///
    /// @param round of the decision; looks of later rounds go
    /// @return false when somebody claimed it already or it is done
    boolean takeBack(UUID item, int round);

    /// Takes what waits for the item off its queues, for a decision that no task led to. Appeals stay.
    ///
    /// @return the number of the next round; empty, and nothing is changed, when somebody holds one of them
    Optional<Integer> withdraw(UUID item, UUID decision);

    /// Puts back what [#withdraw] took for this decision.
    void putBack(UUID decision);

    /// The task as this person may see it.
    Optional<Task> view(UUID task, Caller.Person person);
}
