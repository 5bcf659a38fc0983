package dev.docket.backend.review;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of decisions.
enum ReviewProblem implements ProblemKind {
    IDEMPOTENCY_KEY_REQUIRED(Slug.IDEMPOTENCY_KEY_REQUIRED, 422, "The Idempotency-Key header is required"),
    IDEMPOTENCY_KEY_REUSED(Slug.IDEMPOTENCY_KEY_REUSED, 422, "The idempotency key was used for another decision"),
    UNDO_EXPIRED(Slug.UNDO_EXPIRED, 409, "The decision can no longer be undone"),
    NOT_IN_EFFECT(Slug.NOT_IN_EFFECT, 409, "The decision is not in effect"),
    ALREADY_DECIDED(Slug.ALREADY_DECIDED, 409, "The task is decided already");

    private final String slug;
    private final int status;
    private final String title;

    ReviewProblem(String slug, int status, String title) {
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
