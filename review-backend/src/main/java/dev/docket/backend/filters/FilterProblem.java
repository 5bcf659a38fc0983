package dev.docket.backend.filters;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of the filters.
enum FilterProblem implements ProblemKind {
    NAME_TAKEN(Slug.NAME_TAKEN, 409, "There is one of that name already");

    private final String slug;
    private final int status;
    private final String title;

    FilterProblem(String slug, int status, String title) {
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
