package dev.docket.backend.review;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of decisions.
final class ReviewProblem {
    static final ProblemKind IDEMPOTENCY_KEY_REQUIRED =
            new ProblemKind(Slug.IDEMPOTENCY_KEY_REQUIRED, 422, "The Idempotency-Key header is required");
    static final ProblemKind IDEMPOTENCY_KEY_REUSED =
            new ProblemKind(Slug.IDEMPOTENCY_KEY_REUSED, 422, "The idempotency key was used for another decision");
    static final ProblemKind UNDO_EXPIRED =
            new ProblemKind(Slug.UNDO_EXPIRED, 409, "The decision can no longer be undone");
    static final ProblemKind NOT_IN_EFFECT = new ProblemKind(Slug.NOT_IN_EFFECT, 409, "The decision is not in effect");
    static final ProblemKind ALREADY_DECIDED =
            new ProblemKind(Slug.ALREADY_DECIDED, 409, "The task is decided already");

    private ReviewProblem() {}
}
