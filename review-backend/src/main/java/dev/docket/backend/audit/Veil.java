package dev.docket.backend.audit;

import dev.docket.backend.platform.Caller;
import java.util.Collection;
import java.util.Set;

/// Keeps entries from people who must not know of them yet. Declared here; whoever has blind looks
/// implements it, so that nobody learns from the trail what they hide.
public interface Veil {
    /// @param subjects ids of decisions, of review tasks and of waves
    /// @return those of them that the reader must not know of
    Set<String> veiled(Collection<String> subjects, Caller.Person reader);
}
