package dev.docket.dto.policy;

import dev.docket.dto.quality.PersonName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The switch that stops every policy's automatic action at once.
///
/// @param changedBy null when nobody ever touched it
public record AutomationSwitch(
        boolean on,
        @Nullable PersonName changedBy,
        @Nullable Instant changedAt) {}
