package dev.docket.backend.enforcement;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// What enforcement refuses.
public final class EnforcementProblem {
    public static final ProblemKind PROPOSAL_SETTLED =
            new ProblemKind(Slug.PROPOSAL_SETTLED, 409, "The proposal is settled");
    public static final ProblemKind ITEM_IN_WORK =
            new ProblemKind(Slug.ALREADY_DECIDED, 409, "Somebody is deciding on the item");
    public static final ProblemKind SECOND_APPROVER_NEEDED =
            new ProblemKind(Slug.SECOND_APPROVER_NEEDED, 409, "A second person must agree");
    public static final ProblemKind NOT_READY =
            new ProblemKind(Slug.REPORT_NOT_READY, 409, "The report is not ready for that");
    public static final ProblemKind STATEMENT_INCOMPLETE =
            new ProblemKind(Slug.STATEMENT_INCOMPLETE, 422, "A statement of reasons is not complete");

    private EnforcementProblem() {}
}
