package dev.docket.client.common;

import dev.docket.dto.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The floor said no, and why.
public class ApiProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final @Nullable Duration retryAfter;

    public ApiProblem(Problem problem) {
        this(problem, null);
    }

    public ApiProblem(Problem problem, @Nullable Duration retryAfter) {
        super(problem.slug());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public Problem problem() {
        return problem;
    }

    public String slug() {
        return problem.slug();
    }

    /// How long the floor asked to wait, where it did.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
