package dev.docket.bench;

import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import dev.docket.model.tokenizer.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// P3: the demo's texts handed over together, against one at a time.
final class BatchingBench implements Benchmark {
    @Override
    public String name() {
        return "batching";
    }

    @Override
    public String title() {
        return "P3: texts scored in one call (length buckets) against one text a call;"
                + " goals: share >= 0.95 of the bare gain, padding <= 1.10";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        List<String> texts = DemoTexts.all();
        Path cache = Files.createTempDirectory("docket-bench");
        try (var raw = new RawEncoder(cache);
                Classifier classifier = Classifiers.openDefault(cache, false)) {
            var comparison = new SideBySide(length.of(9, 7));
            var tokens = raw.tokenise(texts);
            var batches = RawEncoder.group(tokens);
            var bare = comparison.rates(
                    "bare-batching", "texts/s", texts.size(), () -> raw.encodeAlone(tokens), () -> raw.encode(batches));
            var ours = comparison.rates(
                    "batching",
                    "texts/s",
                    texts.size(),
                    () -> oneAtATime(classifier, texts),
                    () -> classifier.classify(texts, false));
            return List.of(
                    padding(batches),
                    bare,
                    ours,
                    share(bare, ours),
                    comparison.rates(
                            "explaining",
                            "texts/s",
                            texts.size(),
                            () -> classifier.classify(texts, false),
                            () -> classifier.classify(texts, true)));
        }
    }

    /// Counted, not timed: tokens with padding over tokens.
    private static Measurement padding(List<List<Tokens>> batches) {
        double real = 0;
        double padded = 0;
        for (var batch : batches) {
            real += batch.stream().mapToInt(Tokens::size).sum();
            padded += batch.size() * batch.stream().mapToInt(Tokens::size).max().orElse(0);
        }
        double ratio = padded / real;
        return new Measurement("padding", ratio, ratio, ratio, real, padded, "tokens");
    }

    /// How much of what batching gains for the bare encoder it gains for us. The bounds are those of the worst and
    /// the best case of both.
    private static Measurement share(Measurement bare, Measurement ours) {
        return new Measurement(
                "share",
                ours.ratio() / bare.ratio(),
                ours.low() / bare.high(),
                ours.high() / bare.low(),
                bare.ratio(),
                ours.ratio(),
                "times");
    }

    private static List<TextScores> oneAtATime(Classifier classifier, List<String> texts) throws ModelFault {
        var scores = new ArrayList<TextScores>();
        for (String text : texts) {
            scores.addAll(classifier.classify(List.of(text), false));
        }
        return scores;
    }
}
