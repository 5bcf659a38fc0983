package dev.docket.backend.audit;

import dev.docket.backend.platform.Caller;
import java.util.Collection;
import java.util.Set;

/// Keeps entries from people who must not know of them yet. Declared here; the review module
/// implements it, so that nobody learns from the trail what a blind second look hides.
public interface Veil {
    /// @param subjects ids of decisions and of review tasks
    /// @return those of them that the reader must not know of
    Set<String> veiled(Collection<String> subjects, Caller.Person reader);
}
