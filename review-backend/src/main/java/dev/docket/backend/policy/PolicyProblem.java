package dev.docket.backend.policy;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of the policy module.
final class PolicyProblem {
    static final ProblemKind POLICY_EXISTS = new ProblemKind(Slug.POLICY_EXISTS, 409, "There is a policy of that key");
    static final ProblemKind NOT_AUTOMATIC =
            new ProblemKind(Slug.NOT_AUTOMATIC, 409, "The policy cannot act by itself");
    static final ProblemKind SECOND_APPROVER_NEEDED =
            new ProblemKind(Slug.SECOND_APPROVER_NEEDED, 409, "Somebody else must agree");

    private PolicyProblem() {}
}
