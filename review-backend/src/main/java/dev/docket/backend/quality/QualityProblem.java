package dev.docket.backend.quality;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of the quality module.
final class QualityProblem {
    static final ProblemKind ALREADY_GOLDEN = new ProblemKind(Slug.ALREADY_GOLDEN, 409, "The item is golden already");

    private QualityProblem() {}
}
