package dev.docket.client.common.chart;

import java.util.List;

/// What is laid off in one direction.
///
/// @param ticks those that are named, from the least
public record Axis(String name, double from, double to, List<Tick> ticks) {
    /// A value with its name.
    public record Tick(double at, String name) {}

    /// Where a value lies, 0..1.
    double share(double value) {
        return to == from ? 0 : Math.clamp((value - from) / (to - from), 0, 1);
    }
}
