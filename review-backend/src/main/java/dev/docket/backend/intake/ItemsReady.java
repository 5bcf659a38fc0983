package dev.docket.backend.intake;

import java.util.List;
import java.util.UUID;

/// Items can be classified: they are stored, and what media they have by address were fetched or given up. Published
/// synchronously inside the transaction that made them so.
public record ItemsReady(List<UUID> items) {
    public ItemsReady {
        items = List.copyOf(items);
    }
}
