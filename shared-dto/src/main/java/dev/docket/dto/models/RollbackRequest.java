package dev.docket.dto.models;

import org.jspecify.annotations.Nullable;

/// Takes a model back.
///
/// @param reason for those who read it later
public record RollbackRequest(@Nullable String reason) {}
