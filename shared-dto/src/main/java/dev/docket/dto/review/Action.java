package dev.docket.dto.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A measure.
///
/// @param until when a SUSPEND or RESTRICT ends; null for the usual length, or for no end
public record Action(ActionType type, @Nullable Instant until) {}
