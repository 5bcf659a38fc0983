package dev.docket.backend.care;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// What care refuses.
final class CareProblem {
    static final ProblemKind EXPOSURE_LIMIT_REACHED =
            new ProblemKind(Slug.EXPOSURE_LIMIT_REACHED, 403, "Enough harsh content for now");
    static final ProblemKind TOO_FEW_PEOPLE = new ProblemKind(Slug.TOO_FEW_PEOPLE, 409, "Too few people to hide in");

    private CareProblem() {}
}
