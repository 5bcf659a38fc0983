package dev.docket.backend.intake;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of intake.
enum IntakeProblem implements ProblemKind {
    ITEM_CHANGED(Slug.ITEM_CHANGED, 409, "The item was submitted before with other content"),
    ITEM_ERASED(Slug.ITEM_ERASED, 409, "The item's content was erased");

    private final String slug;
    private final int status;
    private final String title;

    IntakeProblem(String slug, int status, String title) {
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
