package dev.docket.backend.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.policy.Routing;
import dev.docket.dto.models.DriftView;
import dev.docket.model.Embedding;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How far distributions are from one another, and what is drawn for people.
class DistributionTest {
    private final Random random = new Random(7);

    @Test
    void theSameDistributionIsNearItself() {
        var distance = Distribution.ofNumbers(normal(500, 0), normal(500, 0));
        assertThat(distance.psi()).isLessThan(0.1).isLessThan(distance.chance());
        assertThat(distance.ksP()).isGreaterThan(0.01);
        assertThat(distance.bins().stream()
                        .mapToDouble(DriftView.Bin::reference)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aShiftIsFarAndSurely() {
        var distance = Distribution.ofNumbers(normal(500, 0), normal(500, 1));
        assertThat(distance.psi()).isGreaterThan(0.2).isGreaterThan(distance.chance());
        assertThat(distance.ks()).isGreaterThan(0.3);
        assertThat(distance.ksP()).isLessThan(0.001);
    }

    @Test
    void whatLeavesTheRangeHasBinsOfItsOwn() {
        double[] reference = IntStream.range(0, 200).mapToDouble(i -> i / 200.0).toArray();
        double[] above = IntStream.range(0, 200).mapToDouble(i -> 2).toArray();
        double[] below = IntStream.range(0, 200).mapToDouble(i -> -1).toArray();
        var up = Distribution.ofNumbers(reference, above).bins();
        assertThat(up.getLast().upTo()).isNull();
        assertThat(up.getLast().current()).isEqualTo(1);
        assertThat(up.getLast().reference()).isZero();
        var down = Distribution.ofNumbers(reference, below).bins();
        assertThat(down.getFirst().current()).isEqualTo(1);
        assertThat(down.getFirst().reference()).isZero();
        assertThat(Distribution.ofNumbers(reference, above).psi()).isGreaterThan(1);
    }

    @Test
    void kindsThatAreNewCount() {
        var same = Distribution.ofKinds(Map.of("en", 90L, "de", 10L), Map.of("en", 88L, "de", 12L));
        assertThat(same.psi()).isLessThan(0.05);
        var other = Distribution.ofKinds(Map.of("en", 90L, "de", 10L), Map.of("en", 50L, "fr", 50L));
        assertThat(other.psi()).isGreaterThan(0.2).isGreaterThan(other.chance());
        assertThat(other.ks()).isNull();
    }

    @Test
    void fewObservationsAreNoAlarm() {
        var distance = Distribution.ofNumbers(normal(30, 0), normal(30, 0));
        assertThat(distance.psi()).isLessThan(distance.chance());
    }

    @Test
    void whatIsNearAThresholdIsUnsure() {
        assertThat(Explorer.unsure(List.of(flag(0.5, 0.5)))).isEqualTo(1);
        assertThat(Explorer.unsure(List.of(flag(0.4, 0.5)))).isBetween(0.6, 0.7);
        assertThat(Explorer.unsure(List.of(flag(0.01, 0.5)))).isLessThan(0.02);
    }

    @Test
    void theDrawnAreTheWantedShareOfTheQueueAndUnlikeOneAnother() {
        var setting = new FixedSetting(0.2);
        var explorer = new Explorer(setting);
        double drawn = 0;
        int sent = 0;
        for (int i = 0; i < 40_000; i++) {
            if (i % 10 == 0) {
                explorer.sent();
                sent += i < 20_000 ? 0 : 1;
            } else {
                double probability = explorer.probability(List.of(flag(random.nextDouble() * 0.4, 0.5)), null);
                assertThat(probability).isBetween(0.0, 0.5);
                drawn += i < 20_000 ? 0 : probability;
            }
        }
        assertThat(drawn / (drawn + sent)).isBetween(0.15, 0.25);

        var embedding = Embedding.of(new float[] {1, 0, 0});
        double before = explorer.probability(List.of(flag(0.45, 0.5)), embedding);
        explorer.drawn(embedding);
        assertThat(before).isPositive();
        assertThat(explorer.probability(List.of(flag(0.45, 0.5)), embedding)).isLessThan(before / 10);
        setting.share = 0;
        assertThat(explorer.probability(List.of(flag(0.5, 0.5)), null)).isZero();
    }

    private static Routing.Flag flag(double score, double threshold) {
        return new Routing.Flag("toxicity", score, threshold, null, score >= threshold);
    }

    private double[] normal(int count, double mean) {
        return random.doubles(count).map(any -> random.nextGaussian() + mean).toArray();
    }

    private static final class FixedSetting implements Explorer.Share {
        private double share;

        FixedSetting(double share) {
            this.share = share;
        }

        @Override
        public double exploredShare() {
            return share;
        }
    }
}
