package dev.docket.backend.intake;

import dev.docket.dto.item.ItemState;

/// What of an item may have changed until it was locked.
public record LockedItem(ItemState state, Reach reach) {}
