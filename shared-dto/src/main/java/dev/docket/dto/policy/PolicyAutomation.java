package dev.docket.dto.policy;

import dev.docket.dto.quality.PersonName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a policy acts without a person.
///
/// @param askedBy who asked for it, while it is pending or on
/// @param confirmedBy the other person who agreed, while it is on
/// @param acting whether it acts now: on, and not stopped by the switch for all
public record PolicyAutomation(
        AutomationState state,
        @Nullable PersonName askedBy,
        @Nullable Instant askedAt,
        @Nullable PersonName confirmedBy,
        boolean acting) {}
