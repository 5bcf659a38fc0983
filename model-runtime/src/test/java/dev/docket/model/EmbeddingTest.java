package dev.docket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
    private final Random random = new Random(7);

    @Test
    void aByteADimensionKeepsTheCosine() {
        for (int i = 0; i < 100; i++) {
            float[] a = vector();
            float[] b = vector();
            for (int d = 0; d < a.length; d++) {
                b[d] += a[d];
            }
            assertThat(Embedding.of(a).cosine(Embedding.of(b))).isCloseTo(cosine(a, b), within(0.01));
        }
    }

    @Test
    void itComesBackFromItsBytes() {
        var embedding = Embedding.of(vector());
        assertThat(Embedding.fromBytes(embedding.toBytes())).isEqualTo(embedding);
        assertThat(embedding.cosine(embedding)).isCloseTo(1, within(1e-9));
    }

    @Test
    void nothingIsLikeNothing() {
        assertThat(Embedding.of(new float[384]).cosine(Embedding.of(vector()))).isZero();
    }

    private float[] vector() {
        var vector = new float[384];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double squareA = 0;
        double squareB = 0;
        for (int d = 0; d < a.length; d++) {
            dot += (double) a[d] * b[d];
            squareA += (double) a[d] * a[d];
            squareB += (double) b[d] * b[d];
        }
        return dot / Math.sqrt(squareA * squareB);
    }
}
