package dev.docket.backend.enforcement;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// What enforcement refuses.
public enum EnforcementProblem implements ProblemKind {
    PROPOSAL_SETTLED(Slug.PROPOSAL_SETTLED, 409, "The proposal is settled"),
    ITEM_IN_WORK(Slug.ALREADY_DECIDED, 409, "Somebody is deciding on the item"),
    SECOND_APPROVER_NEEDED(Slug.SECOND_APPROVER_NEEDED, 409, "A second person must agree"),
    NOT_READY(Slug.REPORT_NOT_READY, 409, "The report is not ready for that"),
    STATEMENT_INCOMPLETE(Slug.STATEMENT_INCOMPLETE, 422, "A statement of reasons is not complete");

    private final String slug;
    private final int status;
    private final String title;

    EnforcementProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
