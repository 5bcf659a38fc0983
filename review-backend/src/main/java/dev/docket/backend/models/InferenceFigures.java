package dev.docket.backend.models;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How inference went: totals since the start for whoever scrapes them, and the last few thousand calls for
/// percentiles.
/// Counts and times only, never content.
@Component
public class InferenceFigures {
    private static final String MODEL = "model";

    private final Recent seconds = new Recent();
    private final Recent batches = new Recent();
    private final Recent waits = new Recent();
    private final DistributionSummary texts;
    private final Timer inference;
    private final Timer wait;
    private final Counter failures;
    private final Map<Tier, Looks> looks = new EnumMap<>(Tier.class);

    /// Of the text model.
    @Autowired
    public InferenceFigures(MeterRegistry registry) {
        this(registry, "text");
    }

    /// @param model what the meters say they are of
    InferenceFigures(MeterRegistry registry, String model) {
        texts = registry.summary("docket.inference.batch", MODEL, model);
        inference = registry.timer("docket.inference.time", MODEL, model);
        wait = registry.timer("docket.inference.wait", MODEL, model);
        failures = registry.counter("docket.inference.failures", MODEL, model);
        for (var tier : Tier.values()) {
            looks.put(tier, new Looks(counter(registry, tier, "hit", model), counter(registry, tier, "miss", model)));
        }
    }

    private static Counter counter(MeterRegistry registry, Tier tier, String result, String model) {
        return registry.counter(
                "docket.verdicts", "tier", tier.name().toLowerCase(Locale.ROOT), "result", result, MODEL, model);
    }

    /// Where a verdict on a text may be kept, in the order in which it is looked for.
    public enum Tier {
        MEMORY,
        TABLE
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

    /// So many texts were looked for in a tier, and so many found.
    public void lookedUp(Tier tier, int texts, int found) {
        var looked = looks(tier);
        looked.hits().increment(found);
        looked.misses().increment(texts - found);
    }

    private Looks looks(Tier tier) {
        return Objects.requireNonNull(looks.get(tier));
    }

    public Lookups lookups(Tier tier) {
        long hits = (long) looks(tier).hits().count();
        long lookups = hits + (long) looks(tier).misses().count();
        return new Lookups(lookups, hits, lookups == 0 ? 0 : (double) hits / lookups);
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

    /// Since the start, in texts.
    ///
    /// @param hitRate 0..1; 0 before the first lookup
    public record Lookups(long lookups, long hits, double hitRate) {}

    private record Looks(Counter hits, Counter misses) {}

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
