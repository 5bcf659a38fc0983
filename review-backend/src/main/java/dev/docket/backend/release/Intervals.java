package dev.docket.backend.release;

import dev.docket.backend.platform.Wilson;
import dev.docket.dto.quality.Estimate;
import java.util.List;

/// Intervals of shares and of differences.
public final class Intervals {
    public static final double Z95 = Wilson.Z;
    public static final double Z99 = 2.575829;

    private Intervals() {}

    /// A share with Wilson's interval; 0 to 1 of nothing.
    public static Estimate wilson(long right, long of, double z) {
        return of == 0 ? new Estimate(0, 0, 1) : Wilson.ofShare((double) right / of, of, z);
    }

    /// One share less another, of different observations: Newcombe's interval out of Wilson's.
    public static Estimate difference(long right, long of, long rightBefore, long ofBefore, double z) {
        var now = wilson(right, of, z);
        var before = wilson(rightBefore, ofBefore, z);
        double difference = now.value() - before.value();
        double down = Math.hypot(now.value() - now.low(), before.high() - before.value());
        double up = Math.hypot(now.high() - now.value(), before.value() - before.low());
        return new Estimate(difference, difference - down, difference + up);
    }

    /// The weighted mean of paired differences, with the interval of a ratio of sums.
    public static Estimate mean(List<Weighted> differences) {
        double weights = 0;
        double sum = 0;
        for (var one : differences) {
            weights += one.weight();
            sum += one.weight() * one.value();
        }
        if (weights == 0) {
            return new Estimate(0, -1, 1);
        }
        double mean = sum / weights;
        double spread = 0;
        for (var one : differences) {
            double off = one.weight() * (one.value() - mean);
            spread += off * off;
        }
        double half = Z95 * Math.sqrt(spread) / weights;
        return new Estimate(mean, mean - half, mean + half);
    }

    public record Weighted(double value, double weight) {}
}
