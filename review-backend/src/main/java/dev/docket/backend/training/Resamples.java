package dev.docket.backend.training;

import dev.docket.dto.quality.Estimate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Draws of rows with replacement, a group at a time: rows of one author rise and fall together,
/// and an interval that took them for independent would promise too much. Seeded, so that the same
/// rows give the same intervals.
final class Resamples {
    private static final int DRAWS = 300;
    private static final double LEAST_DEFINED = 0.5;

    private final int[][] times;

    /// @param groups one per row
    Resamples(long[] groups, long seed) {
        var numbers = new HashMap<Long, Integer>();
        int[] group = new int[groups.length];
        for (int i = 0; i < group.length; i++) {
            group[i] = numbers.computeIfAbsent(groups[i], unknown -> numbers.size());
        }
        var random = new SplittableRandom(seed);
        times = new int[DRAWS][groups.length];
        for (int[] drawn : times) {
            int[] ofGroup = new int[numbers.size()];
            for (int i = 0; i < ofGroup.length; i++) {
                ofGroup[random.nextInt(ofGroup.length)]++;
            }
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = ofGroup[group[i]];
            }
        }
    }

    Metrics.Values[] of(Metrics metrics) {
        return Arrays.stream(times).map(metrics::of).toArray(Metrics.Values[]::new);
    }

    /// @return null where the rows, or most draws of them, cannot tell
    static @Nullable Estimate estimate(
            Metrics.Values whole, Metrics.Values[] draws, ToDoubleFunction<Metrics.Values> figure) {
        return estimate(
                figure.applyAsDouble(whole),
                Arrays.stream(draws).mapToDouble(figure).toArray());
    }

    /// Of a difference on the same draws.
    static @Nullable Estimate difference(Paired whole, Paired[] draws, ToDoubleFunction<Metrics.Values> figure) {
        return estimate(
                whole.difference(figure),
                Arrays.stream(draws)
                        .mapToDouble(draw -> draw.difference(figure))
                        .toArray());
    }

    private static @Nullable Estimate estimate(double value, double[] draws) {
        double[] defined =
                Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
        if (!Double.isFinite(value) || defined.length < LEAST_DEFINED * draws.length) {
            return null;
        }
        double low = defined[(int) (0.025 * (defined.length - 1))];
        double high = defined[(int) Math.ceil(0.975 * (defined.length - 1))];
        return new Estimate(value, Math.min(low, value), Math.max(high, value));
    }

    /// Two models on the same rows.
    record Paired(Metrics.Values model, Metrics.Values champion) {
        double difference(ToDoubleFunction<Metrics.Values> figure) {
            return figure.applyAsDouble(model) - figure.applyAsDouble(champion);
        }
    }
}
