package dev.docket.dto.appeals;

import org.jspecify.annotations.Nullable;

/// A request to look at a decision again. The item is named by `itemId`, or by `source` and `externalId`.
///
/// @param statement the appellant's own words, 1..10,000 characters
public record AppealRequest(
        @Nullable String itemId,
        @Nullable String source,
        @Nullable String externalId,
        Appellant appellant,
        String statement) {}
