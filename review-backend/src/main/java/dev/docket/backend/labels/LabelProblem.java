package dev.docket.backend.labels;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Why a label set is refused.
final class LabelProblem {
    static final ProblemKind LABEL_SET_EMPTY = new ProblemKind(Slug.LABEL_SET_EMPTY, 422, "No settled decision fits");
    static final ProblemKind RANGE_NOT_SATISFIABLE =
            new ProblemKind(Slug.RANGE_NOT_SATISFIABLE, 416, "The range is not there");
    static final ProblemKind GATES_FAILED =
            new ProblemKind(Slug.LABEL_SET_GATES_FAILED, 409, "The label set does not pass its quality gates");
    static final ProblemKind IMPORT_WITHDRAWN =
            new ProblemKind(Slug.LABEL_IMPORT_WITHDRAWN, 409, "The import was withdrawn");
    static final ProblemKind NOT_READY = new ProblemKind(Slug.LABEL_SET_NOT_READY, 409, "The label set is not ready");

    private LabelProblem() {}
}
