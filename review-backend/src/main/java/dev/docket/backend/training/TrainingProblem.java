package dev.docket.backend.training;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Why nothing is trained or evaluated.
final class TrainingProblem {
    static final ProblemKind SET_NOT_READY =
            new ProblemKind(Slug.LABEL_SET_NOT_READY, 409, "The label set is not ready");
    static final ProblemKind GATES_FAILED =
            new ProblemKind(Slug.LABEL_SET_GATES_FAILED, 409, "The label set fails its quality gates");
    static final ProblemKind NOTHING_TO_LEARN =
            new ProblemKind(Slug.NOTHING_TO_LEARN, 422, "The label set has too few rows to learn from");
    static final ProblemKind BASE_UNFIT =
            new ProblemKind(Slug.BASE_UNFIT, 422, "Heads cannot be retrained from this model");

    private TrainingProblem() {}
}
