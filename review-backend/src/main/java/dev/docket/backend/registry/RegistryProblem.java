package dev.docket.backend.registry;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Why something is not done with a model.
enum RegistryProblem implements ProblemKind {
    MODEL_REFUSED(Slug.MODEL_REFUSED, 422, "The model package is refused"),
    STEP_NOT_POSSIBLE(Slug.STEP_NOT_POSSIBLE, 409, "The model is not where this step begins");

    private final String slug;
    private final int status;
    private final String title;

    RegistryProblem(String slug, int status, String title) {
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
