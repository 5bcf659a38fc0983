package dev.docket.client.common.chart;

/// A figure and the interval that it may lie in.
public record Estimate(double value, double low, double high) {
    /// One that is known exactly, or whose interval is not.
    public static Estimate of(double value) {
        return new Estimate(value, value, value);
    }

    boolean hasInterval() {
        return high > low;
    }
}
