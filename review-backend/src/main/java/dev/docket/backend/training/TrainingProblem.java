package dev.docket.backend.training;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Why nothing is trained or evaluated.
enum TrainingProblem implements ProblemKind {
    SET_NOT_READY(Slug.LABEL_SET_NOT_READY, 409, "The label set is not ready"),
    GATES_FAILED(Slug.LABEL_SET_GATES_FAILED, 409, "The label set fails its quality gates"),
    NOTHING_TO_LEARN(Slug.NOTHING_TO_LEARN, 422, "The label set has too few rows to learn from"),
    BASE_UNFIT(Slug.BASE_UNFIT, 422, "Heads cannot be retrained from this model");

    private final String slug;
    private final int status;
    private final String title;

    TrainingProblem(String slug, int status, String title) {
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
