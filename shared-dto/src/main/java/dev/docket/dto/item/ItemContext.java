package dev.docket.dto.item;

import org.jspecify.annotations.Nullable;

/// Where an item stood.
public record ItemContext(
        @Nullable String threadId,
        @Nullable String parentExternalId,
        @Nullable String parentText,
        @Nullable String community) {}
