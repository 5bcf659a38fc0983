package dev.docket.bench;

import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// P1 and P2: what the runtime costs on top of the encoder it runs.
final class RuntimeBench implements Benchmark {
    private static final int WARM_UPS = 10;

    @Override
    public String name() {
        return "runtime";
    }

    @Override
    public String title() {
        return "P1, P2: tokenising, grouping, heads and scores against the bare encoder on batches made beforehand;"
                + " goals: runtime >= 0.95, alone-p99 adds <= 0.2 ms";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        List<String> texts = DemoTexts.all();
        Path cache = Files.createTempDirectory("docket-bench");
        try (var raw = new RawEncoder(cache);
                Classifier classifier = Classifiers.openDefault(cache, false)) {
            var batches = RawEncoder.group(raw.tokenise(texts));
            var comparison = new SideBySide(length.of(9, 7));
            var measurements = new ArrayList<Measurement>();
            SideBySide.warmUp(WARM_UPS, () -> classifier.classify(texts, false));
            measurements.add(comparison.rates(
                    "runtime",
                    "texts/s",
                    texts.size(),
                    () -> raw.encode(batches),
                    () -> classifier.classify(texts, false)));
            var bare = new ArrayList<Callable<?>>();
            var ours = new ArrayList<Callable<?>>();
            for (String text : texts) {
                var windows = raw.tokenise(List.of(text));
                bare.add(() -> raw.encodeAlone(windows));
                ours.add(() -> classifier.classify(List.of(text), false));
            }
            measurements.addAll(comparison.latencies(
                    "alone", new SideBySide.Requests(bare), new SideBySide.Requests(ours), 50, 99));
            return measurements;
        }
    }
}
