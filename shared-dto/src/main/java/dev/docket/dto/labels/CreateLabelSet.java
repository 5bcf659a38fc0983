package dev.docket.dto.labels;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks for an immutable label set.
///
/// @param name 1..100 characters
/// @param from decisions that took effect from here on; null for all
/// @param to and before here; null for now
/// @param minAgreement 0..1 among raters, for items with more than one
/// @param splits shares that sum to 1; default 0.8, 0.1, 0.1 for train, validation, test
/// @param groupBy keep groups within one split: `author`, `nearDuplicate`
/// @param seed of the split; default 1
public record CreateLabelSet(
        String name,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable List<String> policies,
        @Nullable List<String> languages,
        @Nullable Double minAgreement,
        @Nullable Map<String, Double> splits,
        @Nullable List<String> groupBy,
        @Nullable Long seed) {}
