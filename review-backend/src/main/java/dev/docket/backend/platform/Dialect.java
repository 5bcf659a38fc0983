package dev.docket.backend.platform;

import org.jspecify.annotations.Nullable;

/// How the clients of another service's API are refused.
///
/// An endpoint that stands in for another service is called by clients who read that service's
/// errors and nothing else. Every refusal on its paths is put in these words, also one from a
/// filter that no controller ever sees.
public interface Dialect {
    /// Whether refusals on this path are this dialect's.
    boolean covers(String path);

    /// The record that [#word] answers with, for the served OpenAPI document.
    Class<?> form();

    /// The query parameter in which these clients may send their key; null when there is none.
    default @Nullable String keyParameter() {
        return null;
    }

    /// Never content, names or tokens, as in the problem itself.
    ///
    /// @param traceId the request's, for faults that are ours
    Refusal word(DomainProblem problem, String traceId);

    /// @param body written as JSON
    record Refusal(int status, Object body) {}
}
