package dev.docket.model.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/// The labelled texts of every [Source], in an order that depends on the seed alone.
final class Corpus {
    static final List<String> LABELS =
            List.of("toxicity", "hate", "harassment", "threat", "sexual", "profanity", "spam", "self_harm");

    static final int TOXICITY = 0;
    static final int HATE = 1;
    static final int HARASSMENT = 2;
    static final int THREAT = 3;
    static final int SPAM = 6;

    private static final String AUTHORED = resource("authored.tsv");

    private Corpus() {}

    static List<Example> read(Path folder, long seed) {
        var examples = new ArrayList<Example>();
        for (var source : Source.ALL) {
            var rows = rows(folder, source);
            Collections.shuffle(rows, new Random(seed));
            examples.addAll(rows.subList(0, Math.min(rows.size(), source.most())));
        }
        examples.addAll(authored());
        Collections.shuffle(examples, new Random(seed));
        return examples;
    }

    private static List<Example> rows(Path folder, Source source) {
        var examples = new ArrayList<Example>();
        for (var row : CsvFile.read(folder.resolve(source.file() + ".csv.gz"))) {
            var text = row.getOrDefault("text", "");
            var language = row.getOrDefault("lang", "en");
            var example = new Example(
                    text, targets(row.getOrDefault("labels", "{}")), source.file(), language, Split.of(text));
            if (example.knowsAny()) {
                examples.add(example);
            }
        }
        return examples;
    }

    /// Texts written for Docket: everyday talk, its near misses, and plain cases of the labels that sources lack.
    ///
    /// They are all for training; figures must not be flattered by texts of our own making.
    static List<Example> authored() {
        return AUTHORED.lines()
                .map(line -> line.split("\t", 3))
                .map(cells -> new Example(
                        cells[2], given(List.of(cells[0].split(","))), Source.AUTHORED, cells[1], Split.TRAINING))
                .toList();
    }

    private static float[] given(List<String> present) {
        var targets = new float[LABELS.size()];
        for (int label = 0; label < targets.length; label++) {
            targets[label] = present.contains(LABELS.get(label)) ? 1 : 0;
        }
        return targets;
    }

    private static String resource(String name) {
        try (var in = Corpus.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
