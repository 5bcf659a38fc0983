package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import org.jspecify.annotations.Nullable;

/// How the floor answered last.
///
/// @param problem what it said when it refused
record Floor(Answer answer, @Nullable ApiProblem problem) {
    enum Answer {
        /// Not asked yet, or the first question is under way.
        UNKNOWN,
        REACHED,
        UNREACHABLE,
        FAILING
    }

    static final Floor UNKNOWN = new Floor(Answer.UNKNOWN, null);
    static final Floor REACHED = new Floor(Answer.REACHED, null);
    static final Floor UNREACHABLE = new Floor(Answer.UNREACHABLE, null);
}
