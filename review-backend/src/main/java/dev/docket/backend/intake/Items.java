package dev.docket.backend.intake;

import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.review.Evidence;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads items, and moves their state in the caller's transaction.
public interface Items {
    Optional<Item> find(UUID id);

    Map<UUID, Item> findAll(Collection<UUID> ids);

    /// Oldest first, at most 200.
    List<ReportView> reports(UUID id);

    /// The same for several items, in one statement; absent where nobody reported.
    Map<UUID, List<ReportView>> reportsOn(Collection<UUID> ids);

    /// Those of `ids` that anybody reported.
    Set<UUID> reported(Collection<UUID> ids);

    /// Other items of the same thread, oldest first, at most 20.
    List<Evidence.ThreadItem> thread(UUID id);

    /// The same for several items, in one statement; absent where there is no other item.
    Map<UUID, List<Evidence.ThreadItem>> threads(Collection<UUID> ids);

    /// What this platform has of the author: items and since when. Violations are not intake's to know.
    Evidence.History history(UUID id);

    /// How many items the author of each has sent within the window before it, itself counted; no
    /// more than `most` are counted, and none where the author is unknown.
    Map<UUID, Integer> sentByAuthor(Collection<UUID> ids, Duration window, int most);

    /// Locks items against reports, erasure and one another until the caller's transaction ends.
    ///
    /// @return what they are now
    Map<UUID, LockedItem> lock(Collection<UUID> ids);

    /// Moves many items on in one statement, in the caller's transaction. Erased ones stay erased.
    void moveAll(Collection<UUID> ids, ItemState state);

    /// Moves the item on, in the caller's transaction. An erased item stays erased.
    void moveTo(UUID id, ItemState state);
}
