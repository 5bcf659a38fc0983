package dev.docket.client.common.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values one after the other, drawn as a line with the band that they may lie in.
///
/// @param dots whether each value is marked
public record Curve(List<Point> points, boolean dots) {
    /// One value.
    ///
    /// @param low where its interval begins; null where it has none
    /// @param said all of it in words
    public record Point(
            double x,
            double y,
            @Nullable Double low,
            @Nullable Double high,
            String said) {}
}
