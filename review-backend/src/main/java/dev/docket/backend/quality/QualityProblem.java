package dev.docket.backend.quality;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of the quality module.
enum QualityProblem implements ProblemKind {
    ALREADY_GOLDEN(Slug.ALREADY_GOLDEN, 409, "The item is golden already");

    private final String slug;
    private final int status;
    private final String title;

    QualityProblem(String slug, int status, String title) {
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
