package dev.docket.backend.queue;

import dev.docket.backend.platform.Caller;

/// Who may judge what others found: appeals and adjudications wait in queues of no policy, so what was found says who
/// is cleared for them. Declared here; the review module implements it.
public interface JudgingRights {
    /// @param task an appeal or an adjudication
    /// @return whether the person is cleared for every policy that was found broken
    boolean admit(Caller.Person person, HeldTask task);
}
