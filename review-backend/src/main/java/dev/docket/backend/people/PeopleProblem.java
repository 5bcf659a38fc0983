package dev.docket.backend.people;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// What can be refused when somebody signs in, is looked up or is entered.
final class PeopleProblem {
    static final ProblemKind BAD_CREDENTIALS =
            new ProblemKind(Slug.BAD_CREDENTIALS, 401, "The name or the password is wrong");
    static final ProblemKind NAME_TAKEN = new ProblemKind(Slug.NAME_TAKEN, 409, "Somebody has that name already");
    static final ProblemKind LAST_ADMINISTRATOR =
            new ProblemKind(Slug.LAST_ADMINISTRATOR, 409, "The floor would be without an administrator");
    static final ProblemKind TOO_MANY_FAILURES =
            new ProblemKind(Slug.RATE_LIMITED, 429, "Too many failed sign-ins for this name");

    private PeopleProblem() {}
}
