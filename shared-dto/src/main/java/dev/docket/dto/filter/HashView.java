package dev.docket.dto.filter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A hash of a bank.
///
/// @param value hexadecimal
/// @param severity null where the bank's holds
/// @param matches items that met it in the last seven days
/// @param distance bits between it and the hash that was searched for; null where none was
public record HashView(
        String id,
        String bank,
        HashKind kind,
        String value,
        @Nullable String label,
        @Nullable String source,
        @Nullable Integer severity,
        @Nullable Instant expiresAt,
        HashState state,
        long matches,
        @Nullable Integer distance) {}
