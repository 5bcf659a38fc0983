package dev.docket.backend.care;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// What care refuses.
enum CareProblem implements ProblemKind {
    EXPOSURE_LIMIT_REACHED(Slug.EXPOSURE_LIMIT_REACHED, 403, "Enough harsh content for now"),
    TOO_FEW_PEOPLE(Slug.TOO_FEW_PEOPLE, 409, "Too few people to hide in");

    private final String slug;
    private final int status;
    private final String title;

    CareProblem(String slug, int status, String title) {
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
