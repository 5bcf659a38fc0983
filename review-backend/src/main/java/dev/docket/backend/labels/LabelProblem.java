package dev.docket.backend.labels;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Why a label set is refused.
enum LabelProblem implements ProblemKind {
    LABEL_SET_EMPTY(Slug.LABEL_SET_EMPTY, 422, "No settled decision fits"),
    RANGE_NOT_SATISFIABLE(Slug.RANGE_NOT_SATISFIABLE, 416, "The range is not there"),
    GATES_FAILED(Slug.LABEL_SET_GATES_FAILED, 409, "The label set does not pass its quality gates"),
    IMPORT_WITHDRAWN(Slug.LABEL_IMPORT_WITHDRAWN, 409, "The import was withdrawn"),
    NOT_READY(Slug.LABEL_SET_NOT_READY, 409, "The label set is not ready");

    private final String slug;
    private final int status;
    private final String title;

    LabelProblem(String slug, int status, String title) {
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
