package dev.docket.backend.jobs;

import dev.docket.backend.platform.ProblemKind;
import dev.docket.dto.problem.Slug;

/// Why a job cannot be changed.
final class JobProblem {
    static final ProblemKind FINISHED = new ProblemKind(Slug.JOB_FINISHED, 409, "The job has ended");

    private JobProblem() {}
}
