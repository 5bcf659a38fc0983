package dev.docket.dto.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who posted an item.
public record Author(
        String externalId,
        @Nullable String displayName,
        @Nullable Instant createdAt,
        @Nullable Integer followers) {}
