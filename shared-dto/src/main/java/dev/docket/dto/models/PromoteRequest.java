package dev.docket.dto.models;

import org.jspecify.annotations.Nullable;

/// Asks for a model's next step. Without a body, or without a share, it is the next one.
///
/// @param share of the items that the model's scores shall count for: 0.1, 0.5 or 1
public record PromoteRequest(@Nullable Double share) {}
