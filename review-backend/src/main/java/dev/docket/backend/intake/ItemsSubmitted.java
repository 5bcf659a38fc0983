package dev.docket.backend.intake;

import java.util.List;
import java.util.UUID;

/// Items were stored. Published synchronously inside the storing transaction.
public record ItemsSubmitted(List<UUID> items) {
    public ItemsSubmitted {
        items = List.copyOf(items);
    }
}
