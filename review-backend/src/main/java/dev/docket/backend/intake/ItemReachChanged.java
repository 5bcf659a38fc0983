package dev.docket.backend.intake;

import java.util.UUID;

/// An item's views, shares or reports changed. Published synchronously inside the changing transaction.
public record ItemReachChanged(UUID item, long views, long shares, long reports) {}
