package dev.docket.backend.classification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What inference costs. Counts and times only; never content.
@Component
class InferenceFigures {
    private static final double[] QUANTILES = {0.5, 0.95, 0.99};

    private final DistributionSummary batches;
    private final Timer inference;
    private final Timer queueWait;
    private final Counter failures;

    InferenceFigures(MeterRegistry registry) {
        batches = DistributionSummary.builder("docket.inference.batch")
                .publishPercentiles(QUANTILES)
                .register(registry);
        inference = Timer.builder("docket.inference.time")
                .publishPercentiles(QUANTILES)
                .register(registry);
        queueWait = Timer.builder("docket.inference.wait")
                .publishPercentiles(QUANTILES)
                .register(registry);
        failures = registry.counter("docket.inference.failures");
    }

    void ran(int texts, Duration took) {
        batches.record(texts);
        inference.record(took);
    }

    void waited(Duration wait) {
        queueWait.record(wait.isNegative() ? Duration.ZERO : wait);
    }

    void failed() {
        failures.increment();
    }

    Map<String, Object> report() {
        var report = new LinkedHashMap<String, Object>();
        report.put("requests", (long) batches.totalAmount());
        report.put("batches", batches.count());
        report.put("failures", (long) failures.count());
        report.put("batchSize", Map.of("mean", batches.mean(), "max", batches.max()));
        report.put("queueWaitMs", quantiles(queueWait));
        report.put("inferenceMs", quantiles(inference));
        return report;
    }

    private static Map<String, Double> quantiles(Timer timer) {
        var quantiles = new LinkedHashMap<String, Double>();
        for (var at : timer.takeSnapshot().percentileValues()) {
            quantiles.put(
                    "p" + Math.round(at.percentile() * 100), at.value(java.util.concurrent.TimeUnit.MILLISECONDS));
        }
        return quantiles;
    }
}
