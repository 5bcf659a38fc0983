package dev.docket.dto.filter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A blocklist.
///
/// @param terms how many are in it, allowed ones too
/// @param matches items that met any of them in the last seven days, to within some seconds
public record BlocklistView(
        String id,
        String name,
        String source,
        String language,
        FilterEffect effect,
        @Nullable String policy,
        int severity,
        boolean enabled,
        long terms,
        long matches,
        Instant createdAt) {}
