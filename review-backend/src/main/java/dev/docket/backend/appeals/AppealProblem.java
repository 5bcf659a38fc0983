package dev.docket.backend.appeals;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of appeals.
final class AppealProblem {
    static final ProblemKind APPEAL_EXISTS =
            new ProblemKind(Slug.APPEAL_EXISTS, 409, "The decision was appealed against already");
    static final ProblemKind APPEAL_TOO_LATE = new ProblemKind(Slug.APPEAL_TOO_LATE, 422, "The time to appeal is over");
    static final ProblemKind NOTHING_TO_APPEAL =
            new ProblemKind(Slug.NOTHING_TO_APPEAL, 422, "There is no decision to appeal against");
    static final ProblemKind DECISION_VEILED =
            new ProblemKind(Slug.DECISION_VEILED, 409, "The earlier decision is still veiled");

    private AppealProblem() {}
}
