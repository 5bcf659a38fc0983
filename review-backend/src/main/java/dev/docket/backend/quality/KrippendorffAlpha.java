package dev.docket.backend.quality;

import dev.docket.dto.quality.Estimate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Agreement of any number of raters of whom some may have said nothing: Krippendorff's alpha
/// for nominal classes, and beside it the raw agreement, the share of pairs of votes on one
/// item that say the same.
///
/// `alpha = 1 - observed / expected disagreement`. An item with m votes counts its
/// disagreeing pairs with weight 1 / (m - 1), so that each vote weighs the same however many
/// others looked; an item with one vote tells nothing and is left out. The expected
/// disagreement is that of all votes drawn without regard to the item (Krippendorff,
/// "Computing Krippendorff's Alpha-Reliability", 2011).
///
/// The interval is the bootstrap's over items (Efron, 1979; percentiles): items are drawn
/// with replacement, because items are what was sampled, and votes on one item depend on each
/// other. Items with the same counts are interchangeable, so a draw is a number into a table
/// of the few distinct ones. The seed is fixed: the same votes give the same interval,
/// whoever asks.
final class KrippendorffAlpha {
    private static final long SEED = 20_100_406L;
    private static final int MOST_DRAWS = 1_000;
    private static final int FEWEST_DRAWS = 200;
    private static final long WORK = 20_000_000;

    private KrippendorffAlpha() {}

    /// @return null when fewer than two votes met on any item, or all votes say the same and
    ///     chance explains everything
    static @Nullable Estimate of(Ratings ratings) {
        var items = Items.of(ratings);
        double value = items.alpha(items.times);
        return Double.isNaN(value) ? null : interval(value, items);
    }

    /// @return null when no two votes met on an item
    static @Nullable Double rawAgreement(Ratings ratings) {
        double agreeing = 0;
        double pairs = 0;
        for (int[] counts : ratings.counts()) {
            long votes = Arrays.stream(counts).sum();
            pairs += votes * (votes - 1) / 2.0;
            agreeing += Arrays.stream(counts)
                    .mapToDouble(count -> count * (count - 1) / 2.0)
                    .sum();
        }
        return pairs == 0 ? null : agreeing / pairs;
    }

    private static Estimate interval(double value, Items items) {
        var random = new SplittableRandom(SEED);
        double[] drawn = new double[(int) Math.clamp(WORK / items.size(), FEWEST_DRAWS, MOST_DRAWS)];
        for (int i = 0; i < drawn.length; i++) {
            // A draw in which all votes say the same leaves alpha undefined; nobody disagreed in it.
            double alpha = items.alpha(items.draw(random));
            drawn[i] = Double.isNaN(alpha) ? 1 : alpha;
        }
        Arrays.sort(drawn);
        return new Estimate(value, percentile(drawn, 0.025), percentile(drawn, 0.975));
    }

    private static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// The distinct rows of counts, how often each occurs, and which of them each item is.
    private record Items(int[][] distinct, int[] times, int[] which) {
        static Items of(Ratings ratings) {
            Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
            int[] which = Arrays.stream(ratings.counts())
                    .filter(counts -> Arrays.stream(counts).sum() > 1)
                    .mapToInt(counts -> {
                        var key = Arrays.stream(counts).boxed().toList();
                        numbers.putIfAbsent(key, numbers.size());
                        return numbers.getOrDefault(key, 0);
                    })
                    .toArray();
            int[] times = new int[numbers.size()];
            Arrays.stream(which).forEach(row -> times[row]++);
            int[][] distinct = numbers.keySet().stream()
                    .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new);
            return new Items(distinct, times, which);
        }

        int size() {
            return which.length;
        }

        int[] draw(SplittableRandom random) {
            int[] drawn = new int[times.length];
            for (int i = 0; i < which.length; i++) {
                drawn[which[random.nextInt(which.length)]]++;
            }
            return drawn;
        }

        /// @return NaN where chance explains everything
        double alpha(int[] weights) {
            double disagreeing = 0;
            double votes = 0;
            double[] totals = new double[distinct.length == 0 ? 0 : distinct[0].length];
            for (int row = 0; row < distinct.length; row++) {
                double of = Arrays.stream(distinct[row]).sum();
                votes += of * weights[row];
                for (int said = 0; said < totals.length; said++) {
                    double count = distinct[row][said];
                    disagreeing += weights[row] * count * (of - count) / (of - 1);
                    totals[said] += weights[row] * count;
                }
            }
            double all = votes;
            double expected =
                    Arrays.stream(totals).map(total -> total * (all - total)).sum() / (all - 1);
            return expected > 0 ? 1 - disagreeing / expected : Double.NaN;
        }
    }
}
