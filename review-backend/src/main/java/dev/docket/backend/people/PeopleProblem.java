package dev.docket.backend.people;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// What can be refused when somebody signs in, is looked up or is entered.
enum PeopleProblem implements ProblemKind {
    BAD_CREDENTIALS(Slug.BAD_CREDENTIALS, 401, "The name or the password is wrong"),
    NAME_TAKEN(Slug.NAME_TAKEN, 409, "Somebody has that name already"),
    LAST_ADMINISTRATOR(Slug.LAST_ADMINISTRATOR, 409, "The floor would be without an administrator"),
    TOO_MANY_FAILURES(Slug.RATE_LIMITED, 429, "Too many failed sign-ins for this name");

    private final String slug;
    private final int status;
    private final String title;

    PeopleProblem(String slug, int status, String title) {
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
