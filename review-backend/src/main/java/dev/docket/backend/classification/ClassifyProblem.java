package dev.docket.backend.classification;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of classification.
enum ClassifyProblem implements ProblemKind {
    UNAVAILABLE(Slug.CLASSIFIER_UNAVAILABLE, 503, "Nothing can be classified just now"),
    UNKNOWN_POLICY(Slug.UNKNOWN_POLICY, 422, "There is no such policy"),
    UNKNOWN_LABEL(Slug.UNKNOWN_LABEL, 422, "The model does not know that label"),
    NOTHING_TO_EXPLAIN(Slug.NOTHING_TO_EXPLAIN, 409, "There are no words to explain"),
    OUT_OF_TIME(Slug.OVERLOADED, 503, "The explanation took too long");

    private final String slug;
    private final int status;
    private final String title;

    ClassifyProblem(String slug, int status, String title) {
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
