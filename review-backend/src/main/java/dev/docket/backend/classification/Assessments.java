package dev.docket.backend.classification;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads assessments.
public interface Assessments {
    Optional<Assessment> latest(UUID item);

    /// The same for several items, in one statement; absent where there is none.
    Map<UUID, Assessment> latestOf(Collection<UUID> items);
}
