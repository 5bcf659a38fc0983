package dev.docket.dto.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the floor stands against its objectives, over the last 24 hours.
public record SlaReport(List<Objective> objectives) {
    /// @param value where it stands, in the target's unit; null while there is nothing to measure
    /// @param met null while there is nothing to measure
    public record Objective(
            String name,
            String description,
            String unit,
            String comparison,
            double target,
            @Nullable Double value,
            @Nullable Boolean met,
            long measured) {}
}
