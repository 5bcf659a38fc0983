package dev.docket.dto.models;

import dev.docket.dto.Phrase;
import org.jspecify.annotations.Nullable;

/// One thing that a model must pass before it is promoted.
///
/// @param key `labels`, `label-set-quality`, `evaluation`, `evaluation-label`, `evaluation-language`, `calibration`,
/// `shadow-volume`,
///     `shadow-disagreement`, `shadow-label`, `latency`, `faults`
/// @param label that it is about; null for all
/// @param language that it is about; null for all
/// @param value what was measured; null where nothing could be
/// @param low where it may lie at 95 %, from here; null where there is no interval
/// @param high and up to here
/// @param limit what it is held against
/// @param of how many observations it is from
/// @param passed whether it holds
/// @param detail what was found, and what to do where it does not hold
/// @param said `detail` by its code; null in gates measured before there were codes
public record GateView(
        String key,
        @Nullable String label,
        @Nullable String language,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        double limit,
        long of,
        boolean passed,
        String detail,
        @Nullable Phrase said) {}
