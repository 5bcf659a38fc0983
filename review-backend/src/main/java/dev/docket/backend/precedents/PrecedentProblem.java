package dev.docket.backend.precedents;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of the precedents module.
final class PrecedentProblem {
    static final ProblemKind WAVE_TOO_LARGE =
            new ProblemKind(Slug.WAVE_TOO_LARGE, 422, "The wave is too large to be decided at once");
    static final ProblemKind SECOND_APPROVER_NEEDED =
            new ProblemKind(Slug.SECOND_APPROVER_NEEDED, 409, "Somebody else has to approve this");
    static final ProblemKind ALREADY_DECIDED = new ProblemKind(Slug.ALREADY_DECIDED, 409, "Already decided");
    static final ProblemKind UNDO_EXPIRED = new ProblemKind(Slug.UNDO_EXPIRED, 409, "The grace time is over");

    private PrecedentProblem() {}
}
