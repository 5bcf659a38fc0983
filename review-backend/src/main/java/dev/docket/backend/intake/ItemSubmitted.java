package dev.docket.backend.intake;

import java.util.UUID;

/// An item was stored. Published synchronously inside the storing transaction.
public record ItemSubmitted(UUID item) {}
