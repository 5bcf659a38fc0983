package dev.docket.client.signin;

import dev.docket.client.common.ApiProblem;
import org.jspecify.annotations.Nullable;

/// What the sign-in screen has to say.
public sealed interface SignInState {
    /// Nothing went wrong.
    record Ready() implements SignInState {}

    /// @param nameMissing the name is empty; otherwise the password is
    record Incomplete(boolean nameMissing) implements SignInState {}

    record WrongCredentials() implements SignInState {}

    /// Too many wrong tries; the next may be made in so many seconds.
    record Throttled(long seconds) implements SignInState {}

    record Unreachable() implements SignInState {}

    /// The session was ended by the floor.
    ///
    /// @param kept decisions that wait on this computer
    record SessionEnded(int kept) implements SignInState {}

    /// The person signed out while decisions were still waiting to be sent.
    record LeftBehind(int kept) implements SignInState {}

    /// Another desk of this person is open on this computer.
    record AlreadyOpen() implements SignInState {}

    /// This computer's disk cannot keep decisions, so none may be taken.
    record NoJournal() implements SignInState {}

    /// @param traceId for the administrator
    record Failed(@Nullable String traceId) implements SignInState {
        static Failed of(Exception fault) {
            return new Failed(
                    fault instanceof ApiProblem problem ? problem.problem().traceId() : null);
        }
    }
}
