package dev.docket.dto.filter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A term of a blocklist.
///
/// @param allowed whether it silences the terms that it covers
/// @param severity null where the list's holds
/// @param matches items that met it in the last seven days, to within some seconds
public record TermView(
        String id,
        String list,
        String text,
        boolean allowed,
        @Nullable String label,
        @Nullable Integer severity,
        @Nullable Instant expiresAt,
        boolean enabled,
        long matches) {}
