package dev.docket.backend.appeals;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of appeals.
enum AppealProblem implements ProblemKind {
    APPEAL_EXISTS(Slug.APPEAL_EXISTS, 409, "The decision was appealed against already"),
    APPEAL_TOO_LATE(Slug.APPEAL_TOO_LATE, 422, "The time to appeal is over"),
    NOTHING_TO_APPEAL(Slug.NOTHING_TO_APPEAL, 422, "There is no decision to appeal against"),
    DECISION_VEILED(Slug.DECISION_VEILED, 409, "The earlier decision is still veiled");

    private final String slug;
    private final int status;
    private final String title;

    AppealProblem(String slug, int status, String title) {
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
