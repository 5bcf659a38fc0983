package dev.docket.dto.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Thresholds to be tried on past items.
///
/// @param labels in place of the policy's own; null tries those it has
/// @param language BCP 47 of the items the histograms show; null or `*` shows all
/// @param items most items looked at, the latest first, 1..100,000; null is 20,000
/// @param from assessed not before; null for no bound
/// @param to assessed before; null for no bound
/// @param automatic whether the policy would act by itself; null as it is now
public record SimulationRequest(
        @Nullable List<PolicyLabel> labels,
        @Nullable String language,
        @Nullable Integer items,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean automatic) {}
