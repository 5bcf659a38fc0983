package dev.docket.dto.filter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A hash bank.
///
/// @param hashes how many are in it, whatever their state
/// @param quarantined how many of them wait for somebody to look
/// @param matches items that met any of them in the last seven days
public record HashBankView(
        String id,
        String name,
        String source,
        BankPurpose purpose,
        FilterEffect effect,
        @Nullable String policy,
        int severity,
        boolean enabled,
        long hashes,
        long quarantined,
        long matches,
        Instant createdAt) {}
