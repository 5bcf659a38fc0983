package dev.docket.dto.perspective;

import org.jspecify.annotations.Nullable;

/// A comment, or something it was said beside.
///
/// @param type `PLAIN_TEXT`, which is also what absence means
public record TextEntry(@Nullable String text, @Nullable String type) {}
