package dev.docket.dto.audit;

import org.jspecify.annotations.Nullable;

/// The result of walking the chain.
///
/// @param entries sealed entries checked
/// @param brokenAt the first sequence that does not fit; null when all do
/// @param head the last hash
public record AuditVerification(
        boolean valid,
        long entries,
        long unsealed,
        @Nullable Long brokenAt,
        @Nullable String reason,
        @Nullable String head) {}
