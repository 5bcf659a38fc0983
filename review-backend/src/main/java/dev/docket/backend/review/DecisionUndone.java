package dev.docket.backend.review;

import java.util.UUID;

/// A decision was taken back within its grace time. Published synchronously inside the undoing transaction.
public record DecisionUndone(UUID decision, UUID item) {}
