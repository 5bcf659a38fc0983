package dev.docket.backend.intake;

import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.review.Evidence;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads items, and moves their state in the caller's transaction.
public interface Items {
    Optional<Item> find(UUID id);

    Map<UUID, Item> findAll(Collection<UUID> ids);

    List<ReportView> reports(UUID id);

    /// Other items of the same thread, oldest first, at most 20.
    List<Evidence.ThreadItem> thread(UUID id);

    /// Moves the item on, in the caller's transaction. An erased item stays erased.
    void moveTo(UUID id, ItemState state);
}
