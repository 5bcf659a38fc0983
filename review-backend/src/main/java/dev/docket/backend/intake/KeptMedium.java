package dev.docket.backend.intake;

import dev.docket.dto.item.MediaKind;
import org.jspecify.annotations.Nullable;

/// What the floor has of an item's image or video.
///
/// @param index its place among the item's media, from 0
/// @param sha256 under which [MediaBytes] has it; null when there are no bytes
/// @param fault why there are none, in words; null when there are, or when they are still being fetched
public record KeptMedium(
        int index,
        MediaKind kind,
        @Nullable String sha256,
        @Nullable String fault) {}
