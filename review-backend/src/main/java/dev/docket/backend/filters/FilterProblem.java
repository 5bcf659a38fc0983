package dev.docket.backend.filters;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of the filters.
final class FilterProblem {
    static final ProblemKind NAME_TAKEN = new ProblemKind(Slug.NAME_TAKEN, 409, "There is one of that name already");

    private FilterProblem() {}
}
