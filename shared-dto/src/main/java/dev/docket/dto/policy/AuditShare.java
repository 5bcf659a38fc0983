package dev.docket.dto.policy;

import dev.docket.dto.quality.PersonName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The share of allowed items that a person sees all the same, drawn at random; its probability is
/// kept with each draw.
///
/// @param version 0 for the share the floor was configured with
public record AuditShare(
        double share,
        int version,
        @Nullable PersonName changedBy,
        @Nullable Instant changedAt) {}
