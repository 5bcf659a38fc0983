package dev.docket.model.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/// The labelled texts of every [Source], in an order that depends on the seed alone.
final class Corpus {
    static final List<String> LABELS =
            List.of("toxicity", "hate", "harassment", "threat", "sexual", "profanity", "spam", "self_harm");

    private Corpus() {}

    static List<Example> read(Path folder, long seed) {
        var examples = new ArrayList<Example>();
        for (var source : Source.ALL) {
            for (var row : CsvFile.read(folder.resolve(source.file() + ".csv.gz"))) {
                var text = row.getOrDefault("text", "");
                var targets = targets(row.getOrDefault("labels", "{}"));
                var language = row.getOrDefault("lang", "en");
                examples.add(new Example(text, targets, source.file(), language, Split.of(text)));
            }
        }
        Collections.shuffle(examples, new Random(seed));
        return examples;
    }

    private static float[] targets(String json) {
        var targets = new float[LABELS.size()];
        Arrays.fill(targets, Float.NaN);
        JsonMapper.shared().readTree(json).properties().forEach(entry -> {
            int label = LABELS.indexOf(entry.getKey());
            if (label >= 0) {
                targets[label] = (float) entry.getValue().asDouble();
            }
        });
        return targets;
    }
}
