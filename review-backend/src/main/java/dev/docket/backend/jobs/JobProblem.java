package dev.docket.backend.jobs;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Why a job cannot be changed.
enum JobProblem implements ProblemKind {
    FINISHED(Slug.JOB_FINISHED, 409, "The job has ended");

    private final String slug;
    private final int status;
    private final String title;

    JobProblem(String slug, int status, String title) {
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
