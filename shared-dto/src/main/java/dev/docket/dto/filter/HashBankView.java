package dev.docket.dto.filter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A hash bank.
///
/// @param hashes how many are in it, whatever their state
/// @param quarantined how many of them wait for somebody to look
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
        Instant createdAt) {}
