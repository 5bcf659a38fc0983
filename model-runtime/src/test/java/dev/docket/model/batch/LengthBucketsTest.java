package dev.docket.model.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LengthBucketsTest {
    @Test
    void everyTextIsInOneBatchWithinTheBudget() {
        var random = new Random(3);
        List<Integer> lengths = random.ints(500, 1, 128).boxed().toList();
        var batches = new LengthBuckets(512).group(lengths, Integer::intValue);
        assertThat(batches.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 500).boxed().toList());
        assertThat(batches)
                .allSatisfy(batch ->
                        assertThat(batch.size() * lengths.get(batch.getLast())).isLessThanOrEqualTo(512));
    }

    @Test
    void littleOfABatchIsPadding() {
        var random = new Random(4);
        List<Integer> lengths = random.ints(256, 8, 64).boxed().toList();
        int padded = new LengthBuckets(512)
                .group(lengths, Integer::intValue).stream()
                        .mapToInt(batch -> batch.size() * lengths.get(batch.getLast()))
                        .sum();
        int real = lengths.stream().mapToInt(Integer::intValue).sum();
        assertThat((double) padded / real).isLessThan(1.1);
    }

    @Test
    void anOversizedTextIsABatchOfItsOwn() {
        assertThat(new LengthBuckets(512).group(List.of(900, 3), Integer::intValue))
                .containsExactly(List.of(1), List.of(0));
    }
}
