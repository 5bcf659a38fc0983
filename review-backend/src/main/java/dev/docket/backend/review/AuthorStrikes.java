package dev.docket.backend.review;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Strikes that stand against an author. Declared here for the author's history; enforcement implements it.
public interface AuthorStrikes {
    /// @return strikes that have not lapsed and were not given back
    int standing(String source, String author);

    /// The same for several authors, in one statement; absent where nothing stands.
    Map<Known, Integer> standing(Collection<Known> authors);

    /// Points of strikes that stand because of these items; absent where there are none.
    Map<UUID, Integer> standingOf(Collection<UUID> items);

    /// An author as a platform names them.
    record Known(String source, String author) {}
}
