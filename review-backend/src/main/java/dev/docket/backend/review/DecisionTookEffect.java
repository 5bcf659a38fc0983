package dev.docket.backend.review;

import java.time.Instant;
import java.util.UUID;

/// A decision's grace time ended. Published synchronously inside the transaction that made it effective.
public record DecisionTookEffect(UUID decision, UUID item, Instant effectiveAt) {}
