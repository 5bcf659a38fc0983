package dev.docket.backend.queue;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of the queue.
public enum QueueProblem implements ProblemKind {
    LEASE_LOST(Slug.LEASE_LOST, 409, "The lease is not held any more"),
    ALREADY_DECIDED(Slug.ALREADY_DECIDED, 409, "The task is decided already"),
    ALREADY_ANSWERED(Slug.ALREADY_ANSWERED, 409, "The question is answered already"),
    NOT_INDEPENDENT(Slug.NOT_INDEPENDENT, 403, "Somebody else must take this"),
    NOT_CLEARED(Slug.NOT_CLEARED, 403, "The policy is decided by others"),
    UNKNOWN_QUEUE(Slug.UNKNOWN_QUEUE, 422, "There is no such queue for this person"),
    MEDIUM_NOT_SHOWN(Slug.MEDIUM_NOT_SHOWN, 409, "The image or video cannot be shown"),
    SCORES_HIDDEN(Slug.SCORES_HIDDEN, 403, "The scores are withheld for this task");

    private final String slug;
    private final int status;
    private final String title;

    QueueProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
