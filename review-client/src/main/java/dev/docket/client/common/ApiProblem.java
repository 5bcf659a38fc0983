package dev.docket.client.common;

import dev.docket.dto.problem.Problem;

/// The floor said no, and why.
public class ApiProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ApiProblem(Problem problem) {
        super(problem.slug());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public String slug() {
        return problem.slug();
    }
}
