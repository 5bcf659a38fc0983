package dev.docket.backend.models;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/// How inference went: totals since the start for whoever scrapes them, and the last few thousand calls for
/// percentiles.
/// Counts and times only, never content.
@Component
public class InferenceFigures {
    private final Recent seconds = new Recent();
    private final Recent batches = new Recent();
    private final Recent waits = new Recent();
    private final DistributionSummary texts;
    private final Timer inference;
    private final Timer wait;
    private final Counter failures;

    public InferenceFigures(MeterRegistry registry) {
        texts = registry.summary("docket.inference.batch");
        inference = registry.timer("docket.inference.time");
        wait = registry.timer("docket.inference.wait");
        failures = registry.counter("docket.inference.failures");
    }

    void ran(int batch, Duration took) {
        texts.record(batch);
        inference.record(took);
        batches.add(batch);
        seconds.add(took.toNanos() / 1e6);
    }

    void failed() {
        failures.increment();
    }

    /// How long an item waited between its submission and the start of its scoring.
    public void waited(Duration waited) {
        wait.record(waited);
        waits.add(waited.toNanos() / 1e6);
    }

    Totals totals() {
        return new Totals(texts.count(), (long) texts.totalAmount(), (long) failures.count());
    }

    Spread inferenceMillis() {
        return seconds.spread();
    }

    Spread batchSizes() {
        return batches.spread();
    }

    Spread queueWaitMillis() {
        return waits.spread();
    }

    /// Since the start.
    public record Totals(long requests, long texts, long failures) {}

    /// Of the last few thousand observations; zeros before the first.
    public record Spread(double mean, double p50, double p95, double p99, double max) {}

    /// A ring of observations. Written under its lock: a few dozen a second at most.
    private static final class Recent {
        private final double[] ring = new double[4_096];
        private long count;

        synchronized void add(double value) {
            ring[(int) (count++ % ring.length)] = value;
        }

        Spread spread() {
            double[] sorted = copy();
            if (sorted.length == 0) {
                return new Spread(0, 0, 0, 0, 0);
            }
            Arrays.sort(sorted);
            double mean = Arrays.stream(sorted).average().orElse(0);
            return new Spread(mean, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
        }

        private synchronized double[] copy() {
            return Arrays.copyOf(ring, (int) Math.min(count, ring.length));
        }

        /// Nearest rank.
        private static double at(double[] sorted, double share) {
            return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
        }
    }
}
