package dev.docket.backend.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How well scores tell rows apart, for the rows themselves and for any resample of them: the
/// order by score is found once, and a resample is how often each row was drawn.
///
/// A row counts for its weight. With `w = 1/π`, the inverse of the probability with which an
/// item came before people, every figure is a quotient of weighted sums: a share is `Σ w·x / Σ
/// w`, and of a pair of rows ROC-AUC counts `w·w'`. So the figures speak of all items and not
/// of those that were looked at, and since the weights are divided by their own sum only their
/// proportions matter: Horvitz and Thompson (1952) give the weights, Hájek (1971) the
/// self-normalising estimator, which is a little biased in few rows and varies far less.
/// Drawing a row anew draws its weight with it.
final class Metrics {
    private static final int BINS = 10;

    private final double[] scores;
    private final boolean[] truths;
    private final double[] weights;
    private final double threshold;
    private final int[] descending;

    Metrics(double[] scores, boolean[] truths, double threshold) {
        this(scores, truths, ones(scores.length), threshold);
    }

    /// @param weights over 0, one per row
    Metrics(double[] scores, boolean[] truths, double[] weights, double threshold) {
        this.scores = scores;
        this.truths = truths;
        this.weights = weights;
        this.threshold = threshold;
        descending = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
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

    /// How many equal rows those that are found, or true, are worth: `(Σ w)² / Σ w²` (Kish 1965).
    Worth worth() {
        double[] found = new double[2];
        double[] positive = new double[2];
        double[] all = new double[2];
        for (int i = 0; i < scores.length; i++) {
            add(weights[i], scores[i] >= threshold, found);
            add(weights[i], truths[i], positive);
            add(weights[i], true, all);
        }
        return new Worth(worth(all), worth(found), worth(positive));
    }

    private static void add(double weight, boolean counts, double[] sums) {
        sums[0] += counts ? weight : 0;
        sums[1] += counts ? weight * weight : 0;
    }

    private static double worth(double[] sums) {
        return sums[1] == 0 ? 0 : sums[0] * sums[0] / sums[1];
    }

    /// In equal rows; 0 for none.
    record Worth(double all, double found, double positive) {}

    /// @param times how often each row was drawn
    Values of(int[] times) {
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < times.length; i++) {
            double counts = times[i] * weights[i];
            positives += truths[i] ? counts : 0;
            negatives += truths[i] ? 0 : counts;
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
                double counts = times[row] * weights[row];
                ties += truths[row] ? counts : 0;
                wrongTies += truths[row] ? 0 : counts;
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
            double counts = times[i] * weights[i];
            gaps[Math.min(BINS - 1, (int) (scores[i] * BINS))] += counts * (scores[i] - (truths[i] ? 1 : 0));
            all += counts;
        }
        return Arrays.stream(gaps).map(Math::abs).sum() / all;
    }

    int[] descending() {
        return descending.clone();
    }
}
