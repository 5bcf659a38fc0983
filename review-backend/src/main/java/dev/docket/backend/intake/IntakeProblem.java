package dev.docket.backend.intake;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of intake.
final class IntakeProblem {
    static final ProblemKind ITEM_CHANGED =
            new ProblemKind(Slug.ITEM_CHANGED, 409, "The item was submitted before with other content");
    static final ProblemKind ITEM_ERASED = new ProblemKind(Slug.ITEM_ERASED, 409, "The item's content was erased");

    private IntakeProblem() {}
}
