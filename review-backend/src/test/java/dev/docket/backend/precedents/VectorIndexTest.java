package dev.docket.backend.precedents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.model.Embedding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VectorIndexTest {
    private static final int DIMENSIONS = 384;
    private final Random random = new Random(11);

    @Test
    void itFindsWhatComparingWithEveryOneFinds() {
        var index = new VectorIndex(20_000);
        Map<UUID, Embedding> all = new HashMap<>();
        var topics = new ArrayList<float[]>();
        for (int topic = 0; topic < 60; topic++) {
            topics.add(noise(1));
        }
        for (int i = 0; i < 20_000; i++) {
            var embedding = Embedding.of(near(topics.get(i % topics.size()), 0.3f + random.nextFloat()));
            var item = new UUID(0, i);
            all.put(item, embedding);
            index.put(item, embedding);
        }

        int wanted = 0;
        int found = 0;
        for (int i = 0; i < 100; i++) {
            var query = Embedding.of(near(topics.get(i % topics.size()), 0.5f));
            var nearest = exhaustive(all, query);
            var answer = index.nearest(query, 5, -1).stream()
                    .map(VectorIndex.Near::item)
                    .toList();
            wanted += nearest.size();
            found += (int) nearest.stream().filter(answer::contains).count();
        }

        assertThat((double) found / wanted).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void aNearDuplicateIsNeverMissed() {
        var index = new VectorIndex(5_000);
        var originals = new ArrayList<float[]>();
        for (int i = 0; i < 5_000; i++) {
            originals.add(noise(1));
            index.put(new UUID(0, i), Embedding.of(originals.get(i)));
        }
        for (int i = 0; i < 5_000; i += 50) {
            var nearest = index.nearest(Embedding.of(near(originals.get(i), 0.2f)), 1, 0.9);
            assertThat(nearest).extracting(VectorIndex.Near::item).containsExactly(new UUID(0, i));
        }
    }

    @Test
    void theOldestMakesRoom() {
        var index = new VectorIndex(3);
        for (int i = 0; i < 5; i++) {
            index.put(new UUID(0, i), Embedding.of(noise(1)));
        }
        assertThat(index.size()).isEqualTo(3);
        assertThat(index.nearest(Embedding.of(noise(1)), 10, -1))
                .extracting(VectorIndex.Near::item)
                .containsExactlyInAnyOrder(new UUID(0, 2), new UUID(0, 3), new UUID(0, 4));
    }

    @Test
    void aRemovedItemIsFoundNoMore() {
        var index = new VectorIndex(10);
        var embedding = Embedding.of(noise(1));
        index.put(new UUID(0, 1), embedding);
        index.put(new UUID(0, 1), embedding);
        assertThat(index.nearest(embedding, 10, 0)).hasSize(1);

        index.remove(new UUID(0, 1));

        assertThat(index.nearest(embedding, 10, -1)).isEmpty();
        assertThat(index.size()).isZero();
    }

    private static List<UUID> exhaustive(Map<UUID, Embedding> all, Embedding query) {
        Map<UUID, Double> cosines = new HashMap<>();
        all.forEach((item, embedding) -> cosines.put(item, query.cosine(embedding)));
        return cosines.entrySet().stream()
                .sorted(Map.Entry.<UUID, Double>comparingByValue().reversed())
                .limit(5)
                .map(Map.Entry::getKey)
                .toList();
    }

    private float[] noise(float scale) {
        var vector = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] = (float) random.nextGaussian() * scale;
        }
        return vector;
    }

    private float[] near(float[] vector, float distance) {
        float[] other = noise(distance);
        for (int d = 0; d < DIMENSIONS; d++) {
            other[d] += vector[d];
        }
        return other;
    }
}
