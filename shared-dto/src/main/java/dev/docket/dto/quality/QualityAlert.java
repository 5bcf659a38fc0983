package dev.docket.dto.quality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Agreement or accuracy below what the floor wants.
///
/// @param kind `AGREEMENT` of a pair on a policy, or `ACCURACY` of a person
/// @param policy null for all
/// @param people two for agreement, one for accuracy
/// @param observations items both looked at, or looks that were judged
/// @param threshold below which it was raised
/// @param clearedAt from when it holds no more
public record QualityAlert(
        String id,
        String kind,
        @Nullable String policy,
        List<PersonName> people,
        Estimate estimate,
        int observations,
        double threshold,
        Instant raisedAt,
        @Nullable PersonName acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant clearedAt) {}
