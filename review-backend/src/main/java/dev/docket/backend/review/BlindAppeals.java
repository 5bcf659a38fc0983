package dev.docket.backend.review;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// Appeals that must be judged before the decision is shown. Declared here; the appeals module implements it.
public interface BlindAppeals {
    /// @return those of the items with an open one that this person may yet judge blind: they took no part before, and
    ///     have not had the decision shown
    Set<UUID> veiledFrom(UUID person, Collection<UUID> items);
}
