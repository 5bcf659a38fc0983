package dev.docket.backend.precedents;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of the precedents module.
enum PrecedentProblem implements ProblemKind {
    WAVE_TOO_LARGE(Slug.WAVE_TOO_LARGE, 422, "The wave is too large to be decided at once"),
    SECOND_APPROVER_NEEDED(Slug.SECOND_APPROVER_NEEDED, 409, "Somebody else has to approve this"),
    ALREADY_DECIDED(Slug.ALREADY_DECIDED, 409, "Already decided"),
    UNDO_EXPIRED(Slug.UNDO_EXPIRED, 409, "The grace time is over");

    private final String slug;
    private final int status;
    private final String title;

    PrecedentProblem(String slug, int status, String title) {
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
