package dev.docket.dto.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of the audit trail.
///
/// @param sequence its place in the chain; null until it is sealed, within a second
/// @param hash hex SHA-256 over the entry and the hash before it; null until sealed
public record AuditEntryView(
        String id,
        @Nullable Long sequence,
        Instant at,
        String actorKind,
        @Nullable String actorId,
        String action,
        String subjectKind,
        String subjectId,
        Map<String, Object> details,
        @Nullable String hash) {}
