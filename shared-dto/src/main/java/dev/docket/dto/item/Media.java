package dev.docket.dto.item;

import org.jspecify.annotations.Nullable;

/// An image or video of an item: bytes in `base64`, or an address in `url`.
///
/// @param alt the description its author gave
public record Media(
        MediaKind kind,
        @Nullable String base64,
        @Nullable String url,
        @Nullable String alt) {}
