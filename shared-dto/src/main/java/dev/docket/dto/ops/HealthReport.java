package dev.docket.dto.ops;

import java.util.Map;

/// @param status `UP`, `DEGRADED` or `DOWN`
public record HealthReport(String status, String version, long uptimeSeconds, Map<String, Component> components) {
    /// @param detail what is wrong and what to do, or what is in use
    public record Component(String status, String detail) {}
}
