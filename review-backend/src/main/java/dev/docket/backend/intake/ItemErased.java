package dev.docket.backend.intake;

import java.util.UUID;

/// An item's content was erased. Published synchronously inside the erasing transaction, so that other modules drop
/// their copies and free-text notes with it.
public record ItemErased(UUID item) {}
