package dev.docket.dto.models;

import org.jspecify.annotations.Nullable;

/// Live event `model.changed`.
///
/// @param canaryShare null unless it is the canary
public record ModelChanged(
        String version, ModelState state, @Nullable Double canaryShare) {}
