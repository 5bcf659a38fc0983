package dev.docket.backend.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How well scores tell rows apart, for the rows themselves and for any resample of them: the
/// order by score is found once, and a resample is how often each row was drawn.
final class Metrics {
    private static final int BINS = 10;

    private final double[] scores;
    private final boolean[] truths;
    private final double threshold;
    private final int[] descending;

    Metrics(double[] scores, boolean[] truths, double threshold) {
        this.scores = scores;
        this.truths = truths;
        this.threshold = threshold;
        descending = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }

    /// NaN where the rows cannot tell.
    record Values(double rocAuc, double prAuc, double f1, double precision, double recall, double ece) {}

    /// Rows by what they are and what the threshold makes of them.
    record Confusion(long tn, long fp, long fn, long tp) {}

    Values whole() {
        int[] once = new int[scores.length];
        Arrays.fill(once, 1);
        return of(once);
    }

    Confusion confusion() {
        long[] counts = new long[4];
        for (int i = 0; i < scores.length; i++) {
            counts[(truths[i] ? 2 : 0) + (scores[i] >= threshold ? 1 : 0)]++;
        }
        return new Confusion(counts[0], counts[1], counts[2], counts[3]);
    }

    /// @param times how often each row was drawn
    Values of(int[] times) {
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < times.length; i++) {
            positives += truths[i] ? times[i] : 0;
            negatives += truths[i] ? 0 : times[i];
        }
        double found = 0;
        double wrong = 0;
        double pairs = 0;
        double area = 0;
        double hits = 0;
        double misses = 0;
        for (int from = 0; from < descending.length; ) {
            double ties = 0;
            double wrongTies = 0;
            int to = from;
            while (to < descending.length && scores[descending[to]] == scores[descending[from]]) {
                int row = descending[to++];
                ties += truths[row] ? times[row] : 0;
                wrongTies += truths[row] ? 0 : times[row];
            }
            pairs += ties * (negatives - wrong - wrongTies) + ties * wrongTies / 2;
            found += ties;
            wrong += wrongTies;
            area += found + wrong == 0 ? 0 : ties * found / (found + wrong);
            if (scores[descending[from]] >= threshold) {
                hits = found;
                misses = wrong;
            }
            from = to;
        }
        return new Values(
                pairs / (positives * negatives),
                negatives == 0 ? Double.NaN : area / positives,
                2 * hits / (positives + hits + misses),
                hits / (hits + misses),
                hits / positives,
                ece(times));
    }

    private double ece(int[] times) {
        double[] gaps = new double[BINS];
        double all = 0;
        for (int i = 0; i < times.length; i++) {
            gaps[Math.min(BINS - 1, (int) (scores[i] * BINS))] += times[i] * (scores[i] - (truths[i] ? 1 : 0));
            all += times[i];
        }
        return Arrays.stream(gaps).map(Math::abs).sum() / all;
    }

    int[] descending() {
        return descending.clone();
    }
}
