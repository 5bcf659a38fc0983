package dev.docket.backend.release;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Why a model is not released.
enum ReleaseProblem implements ProblemKind {
    PROMOTION_BLOCKED(Slug.PROMOTION_BLOCKED, 409, "The model may not be promoted yet"),
    STEP_NOT_POSSIBLE(Slug.STEP_NOT_POSSIBLE, 409, "The model is not where this step begins"),
    MODEL_REFUSED(Slug.MODEL_REFUSED, 422, "The model cannot serve here");

    private final String slug;
    private final int status;
    private final String title;

    ReleaseProblem(String slug, int status, String title) {
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
