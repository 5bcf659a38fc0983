package dev.docket.backend.platform.ops;

import dev.docket.dto.ops.HealthReport;

/// A part of the floor that knows whether it is well. Each module has its own; they are asked one after the other, so
/// they answer quickly.
public interface HealthPart {
    String UP = "UP";
    String DEGRADED = "DEGRADED";
    String DOWN = "DOWN";

    /// Such as `database` or `queue`.
    String name();

    /// @return a status of the three above, and what is wrong and what to do, or what is in use
    HealthReport.Component check();
}
