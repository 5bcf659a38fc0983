package dev.docket.dto.quality;

import org.jspecify.annotations.Nullable;

/// Sends a coaching card to the person whose look it was.
///
/// @param note what there is to say of it; at most 2,000 characters
public record SendCard(@Nullable String note) {}
