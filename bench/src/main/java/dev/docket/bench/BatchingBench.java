package dev.docket.bench;

import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// P3: the demo's texts handed over together, against one at a time.
final class BatchingBench implements Benchmark {
    private static final int ROUNDS = 9;

    @Override
    public String name() {
        return "batching";
    }

    @Override
    public String title() {
        return "P3: texts scored in one call (length buckets) against one text a call; goal: not below one at a time";
    }

    @Override
    public List<Measurement> measure() throws Exception {
        List<String> texts = texts();
        Path cache = Files.createTempDirectory("docket-bench");
        try (Classifier classifier = Classifiers.openDefault(cache, false)) {
            var together = new SideBySide(ROUNDS)
                    .rates(
                            "batching",
                            "texts/s",
                            texts.size(),
                            () -> oneAtATime(classifier, texts),
                            () -> classifier.classify(texts, false));
            var explained = new SideBySide(ROUNDS)
                    .rates(
                            "explaining",
                            "texts/s",
                            texts.size(),
                            () -> classifier.classify(texts, false),
                            () -> classifier.classify(texts, true));
            return List.of(together, explained);
        }
    }

    private static List<TextScores> oneAtATime(Classifier classifier, List<String> texts) throws ModelFault {
        var scores = new ArrayList<TextScores>();
        for (String text : texts) {
            scores.addAll(classifier.classify(List.of(text), false));
        }
        return scores;
    }

    private static List<String> texts() throws IOException {
        var json = new JsonMapper();
        try (InputStream in = BatchingBench.class.getClassLoader().getResourceAsStream("demo/items.ndjson")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> json.readTree(line).path("text").asString())
                    .toList();
        }
    }
}
