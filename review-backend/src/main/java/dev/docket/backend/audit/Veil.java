package dev.docket.backend.audit;

import java.util.Collection;
import java.util.Set;

/// Keeps entries from people who must not know of them yet. Declared here; the review module
/// implements it, so that nobody learns from the trail what a blind second look hides.
public interface Veil {
    /// @param decisions ids of subjects
    /// @return those of them that wait for a blind second look
    Set<String> veiled(Collection<String> decisions);
}
