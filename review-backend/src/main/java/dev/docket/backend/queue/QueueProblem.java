package dev.docket.backend.queue;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of the queue.
public final class QueueProblem {
    public static final ProblemKind LEASE_LOST =
            new ProblemKind(Slug.LEASE_LOST, 409, "The lease is not held any more");
    public static final ProblemKind ALREADY_DECIDED =
            new ProblemKind(Slug.ALREADY_DECIDED, 409, "The task is decided already");
    public static final ProblemKind ALREADY_ANSWERED =
            new ProblemKind(Slug.ALREADY_ANSWERED, 409, "The question is answered already");
    public static final ProblemKind NOT_INDEPENDENT =
            new ProblemKind(Slug.NOT_INDEPENDENT, 403, "Somebody else must take this");
    public static final ProblemKind NOT_CLEARED =
            new ProblemKind(Slug.NOT_CLEARED, 403, "The policy is decided by others");
    public static final ProblemKind UNKNOWN_QUEUE =
            new ProblemKind(Slug.UNKNOWN_QUEUE, 422, "There is no such queue for this person");
    public static final ProblemKind MEDIUM_NOT_SHOWN =
            new ProblemKind(Slug.MEDIUM_NOT_SHOWN, 409, "The image or video cannot be shown");
    public static final ProblemKind SCORES_HIDDEN =
            new ProblemKind(Slug.SCORES_HIDDEN, 403, "The scores are withheld for this task");

    private QueueProblem() {}
}
