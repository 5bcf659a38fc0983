package dev.docket.model.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Collections;
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
        assertThat((double) padded / real).isLessThan(1.05);
    }

    @Test
    void anOversizedTextIsABatchOfItsOwn() {
        assertThat(new LengthBuckets(512).group(List.of(900, 3), Integer::intValue))
                .containsExactly(List.of(0), List.of(1));
    }

    @Test
    void batchesEndWhereLengthsJump() {
        assertThat(new LengthBuckets(512).group(List.of(9, 60, 9, 10, 58, 10), Integer::intValue))
                .containsExactly(List.of(4, 1), List.of(0, 2, 3, 5));
    }

    @Test
    void whatIsDearToBeginIsBegunSeldom() {
        assertThat(new LengthBuckets(512, 512).group(List.of(9, 60, 9, 10, 58, 10), Integer::intValue))
                .containsExactly(List.of(0, 2, 3, 5, 4, 1));
    }

    @Test
    void workersHaveAboutEqualShares() {
        var random = new Random(5);
        for (int texts = 20; texts <= 100; texts++) {
            List<Integer> lengths = random.ints(texts, 8, 40).boxed().toList();
            var shares = new int[2];
            for (int size : sizes(new LengthBuckets(512).group(lengths, Integer::intValue, 2), lengths)) {
                shares[shares[0] <= shares[1] ? 0 : 1] += size;
            }
            assertThat(shares[0])
                    .as("one worker would run the last of %d texts while the other has nothing to do", texts)
                    .isCloseTo(shares[1], withinPercentage(25));
        }
    }

    @Test
    void textsOfOneLengthAreSharedEvenly() {
        assertThat(new LengthBuckets(512).group(Collections.nCopies(60, 24), Integer::intValue))
                .extracting(List::size)
                .containsExactly(21, 21, 18);
        assertThat(new LengthBuckets(512).group(Collections.nCopies(60, 24), Integer::intValue, 2))
                .extracting(List::size)
                .containsExactly(15, 15, 15, 15);
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
