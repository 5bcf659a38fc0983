package dev.docket.backend.precedents;

import dev.docket.model.Classifiers;
import dev.docket.model.Embedding;
import dev.docket.model.TextScores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;

/// How many of the true five nearest the index finds among the embeddings of real texts, and how long a
/// search takes when the index is full: the same embeddings again and again, each a little moved.
///
/// A program, not a test. Arguments: cache folder of the encoder, a file with a text a line.
public final class NeighbourMeasurement {
    private static final int FULL = 200_000;
    private static final int QUERIES = 300;
    private static final int WANTED = 5;
    private static final int CALL = 64;

    private NeighbourMeasurement() {}

    public static void main(String[] arguments) throws Exception {
        var log = LoggerFactory.getLogger(NeighbourMeasurement.class);
        var texts = Files.readAllLines(Path.of(arguments[1]));
        var embeddings = new ArrayList<Embedding>();
        try (var classifier = Classifiers.openDefault(Path.of(arguments[0]), false)) {
            for (int i = 0; i + CALL <= texts.size(); i += CALL) {
                classifier.classify(texts.subList(i, i + CALL), false).stream()
                        .map(TextScores::embedding)
                        .forEach(embeddings::add);
            }
        }
        var queries = embeddings.subList(0, QUERIES);
        var known = embeddings.subList(QUERIES, embeddings.size());
        log.info("{} texts, recall at {}: {}", known.size(), WANTED, recall(known, queries));

        var random = new Random(1);
        var full = IntStream.range(0, FULL)
                .mapToObj(i -> moved(known.get(i % known.size()), random))
                .toList();
        log.info("{} embeddings, recall at {}: {}", full.size(), WANTED, recall(full, queries));
        var index = index(full);
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            queries.forEach(query -> index.nearest(query, WANTED, -1));
            log.info("{} µs a search", (System.nanoTime() - start) / 1_000 / QUERIES);
        }
    }

    private static double recall(List<Embedding> known, List<Embedding> queries) {
        var index = index(known);
        long found = 0;
        for (var query : queries) {
            var nearest = IntStream.range(0, known.size())
                    .mapToObj(i -> new VectorIndex.Near(new UUID(0, i), query.cosine(known.get(i))))
                    .sorted(Comparator.comparingDouble(VectorIndex.Near::similarity)
                            .reversed())
                    .limit(WANTED)
                    .map(VectorIndex.Near::item)
                    .toList();
            found += index.nearest(query, WANTED, -1).stream()
                    .filter(near -> nearest.contains(near.item()))
                    .count();
        }
        return (double) found / (queries.size() * WANTED);
    }

    private static VectorIndex index(List<Embedding> embeddings) {
        var index = new VectorIndex(embeddings.size());
        for (int i = 0; i < embeddings.size(); i++) {
            index.put(new UUID(0, i), embeddings.get(i));
        }
        return index;
    }

    private static Embedding moved(Embedding embedding, Random random) {
        byte[] bytes = embedding.toBytes();
        var vector = new float[bytes.length];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = bytes[d] + (float) random.nextGaussian() * 20;
        }
        return Embedding.of(vector);
    }
}
