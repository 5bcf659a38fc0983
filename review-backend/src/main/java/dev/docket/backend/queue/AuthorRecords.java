package dev.docket.backend.queue;

import dev.docket.backend.intake.Item;
import dev.docket.dto.review.Evidence;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What is known of items' authors. Declared here for the task's evidence; the review module, which knows decisions,
/// implements it.
public interface AuthorRecords {
    /// @param items as many as are claimed at once; answered in a fixed number of statements
    /// @return item to its author's record; absent where the item names no author
    Map<UUID, Evidence.History> of(Collection<Item> items);
}
