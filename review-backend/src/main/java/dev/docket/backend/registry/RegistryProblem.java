package dev.docket.backend.registry;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Why something is not done with a model.
final class RegistryProblem {
    static final ProblemKind MODEL_REFUSED = new ProblemKind(Slug.MODEL_REFUSED, 422, "The model package is refused");
    static final ProblemKind STEP_NOT_POSSIBLE =
            new ProblemKind(Slug.STEP_NOT_POSSIBLE, 409, "The model is not where this step begins");

    private RegistryProblem() {}
}
