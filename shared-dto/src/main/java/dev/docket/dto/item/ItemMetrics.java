package dev.docket.dto.item;

import org.jspecify.annotations.Nullable;

/// An item's reach so far. A null leaves the stored number as it is.
public record ItemMetrics(
        @Nullable Long views,
        @Nullable Long shares,
        @Nullable Long reports) {}
