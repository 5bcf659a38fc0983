package dev.docket.backend.release;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Why a model is not released.
final class ReleaseProblem {
    static final ProblemKind PROMOTION_BLOCKED =
            new ProblemKind(Slug.PROMOTION_BLOCKED, 409, "The model may not be promoted yet");
    static final ProblemKind STEP_NOT_POSSIBLE =
            new ProblemKind(Slug.STEP_NOT_POSSIBLE, 409, "The model is not where this step begins");
    static final ProblemKind MODEL_REFUSED = new ProblemKind(Slug.MODEL_REFUSED, 422, "The model cannot serve here");

    private ReleaseProblem() {}
}
