package dev.docket.client.signin;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.people.Session;
import dev.docket.dto.people.SignIn;

/// Coming and going. Every call blocks and belongs on a background thread.
public interface SessionApi {
    /// @throws ApiProblem `bad-credentials`, or `rate-limited` with the time to wait
    Session signIn(SignIn credentials) throws ApiProblem, Offline;

    /// Revokes the session of this token at once.
    void signOut(String token) throws ApiProblem, Offline;
}
