package dev.docket.backend.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How much a person's finding can be relied upon, for deciding which decisions deserve a second
/// look. Declared here; the quality module implements it. Answers from memory.
public interface Reliability {
    /// @param policy that was found; null where none was
    /// @return how probable it is that such a finding is right, 0..1; that of people at large where
    ///     little is known of this one
    double of(UUID person, @Nullable String policy);
}
