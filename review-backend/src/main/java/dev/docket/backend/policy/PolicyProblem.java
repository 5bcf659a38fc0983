package dev.docket.backend.policy;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of the policy module.
enum PolicyProblem implements ProblemKind {
    POLICY_EXISTS(Slug.POLICY_EXISTS, 409, "There is a policy of that key"),
    NOT_AUTOMATIC(Slug.NOT_AUTOMATIC, 409, "The policy cannot act by itself"),
    SECOND_APPROVER_NEEDED(Slug.SECOND_APPROVER_NEEDED, 409, "Somebody else must agree");

    private final String slug;
    private final int status;
    private final String title;

    PolicyProblem(String slug, int status, String title) {
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
