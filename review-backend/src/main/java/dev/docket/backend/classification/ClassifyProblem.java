package dev.docket.backend.classification;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Refusals of classification.
final class ClassifyProblem {
    static final ProblemKind UNAVAILABLE =
            new ProblemKind(Slug.CLASSIFIER_UNAVAILABLE, 503, "Nothing can be classified just now");
    static final ProblemKind UNKNOWN_POLICY = new ProblemKind(Slug.UNKNOWN_POLICY, 422, "There is no such policy");
    static final ProblemKind UNKNOWN_LABEL =
            new ProblemKind(Slug.UNKNOWN_LABEL, 422, "The model does not know that label");
    static final ProblemKind NOTHING_TO_EXPLAIN =
            new ProblemKind(Slug.NOTHING_TO_EXPLAIN, 409, "There are no words to explain");
    static final ProblemKind OUT_OF_TIME = new ProblemKind(Slug.OVERLOADED, 503, "The explanation took too long");

    private ClassifyProblem() {}
}
