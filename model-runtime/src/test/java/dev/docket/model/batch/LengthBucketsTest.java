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

    @Test
    void workersHaveAboutEqualShares() {
        var random = new Random(5);
        List<Integer> lengths = random.ints(80, 8, 40).boxed().toList();

        assertThat(sizes(new LengthBuckets(512).group(lengths, Integer::intValue), lengths))
                .as("one worker would run the last batch while the other has nothing to do")
                .hasSize(5);
        var shares = sizes(new LengthBuckets(512).group(lengths, Integer::intValue, 2), lengths);
        assertThat(shares).hasSize(6).allSatisfy(size -> assertThat(size).isBetween(300, 420));
    }

    @Test
    void aFewShortTextsStayTogether() {
        assertThat(new LengthBuckets(512).group(List.of(20, 20, 20, 20), Integer::intValue, 2))
                .hasSize(1);
        assertThat(new LengthBuckets(512).group(List.of(100, 100, 100, 100), Integer::intValue, 2))
                .hasSize(2);
    }

    private static List<Integer> sizes(List<List<Integer>> batches, List<Integer> lengths) {
        return batches.stream()
                .map(batch -> batch.size() * lengths.get(batch.getLast()))
                .toList();
    }
}
