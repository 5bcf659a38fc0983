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
/// @param groupBy keep groups within one split: `author`, `nearDuplicate`; default both
/// @param seed of the split and of what is left out for balance; default 1
/// @param sources platforms' names; null or empty for all
/// @param labelSources how the label was settled: `FIRST`, `SECOND`, `ADJUDICATION`, `APPEAL`, `REVERSAL`, `WAVE`,
///     `IMPORTED`; null or empty for all
/// @param negativesPerPositive most rows of the split `train` without any positive label for each row with one; null to
///     leave none out
/// @param splitBy `GROUP` (the default: by a hash of the group) or `TIME` (train before validation before test)
/// @param holdOut label sets whose `test` rows must not be trained on
/// @param imports imported labels that are taken in, by the import's id
public record CreateLabelSet(
        String name,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable List<String> policies,
        @Nullable List<String> languages,
        @Nullable Double minAgreement,
        @Nullable Map<String, Double> splits,
        @Nullable List<String> groupBy,
        @Nullable Long seed,
        @Nullable List<String> sources,
        @Nullable List<String> labelSources,
        @Nullable Double negativesPerPositive,
        @Nullable String splitBy,
        @Nullable List<String> holdOut,
        @Nullable List<String> imports) {}
