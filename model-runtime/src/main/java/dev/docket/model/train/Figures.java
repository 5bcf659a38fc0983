package dev.docket.model.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How well scores tell positives from negatives.
///
/// @param rows number of rows that a rater labelled
/// @param positives of these, at least half of the raters said yes
/// @param rocAuc chance that a positive scores above a negative
/// @param prAuc average precision
/// @param f1 at a score of 0.5
/// @param ece expected calibration error over ten bins, on the sources' own share of positives
record Figures(int rows, int positives, double rocAuc, double prAuc, double f1, double ece) {
    private static final int BINS = 10;

    static Figures of(double[] scores, boolean[] truths) {
        int positives = positives(truths);
        int[] ascending = ascending(scores);
        return new Figures(
                scores.length,
                positives,
                rocAuc(scores, truths, ascending, positives),
                prAuc(truths, ascending, positives),
                f1(scores, truths),
                ece(scores, truths));
    }

    /// Of anything that orders rows, such as logits; NaN without both kinds of rows.
    static double rocAuc(double[] scores, boolean[] truths) {
        return rocAuc(scores, truths, ascending(scores), positives(truths));
    }

    private static int positives(boolean[] truths) {
        return (int) IntStream.range(0, truths.length).filter(i -> truths[i]).count();
    }

    private static int[] ascending(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    boolean meaningful() {
        return positives > 0 && positives < rows;
    }

    private static double rocAuc(double[] scores, boolean[] truths, int[] ascending, int positives) {
        double ranks = 0;
        for (int from = 0; from < ascending.length; ) {
            int to = from;
            while (to < ascending.length && scores[ascending[to]] == scores[ascending[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks += truths[ascending[i]] ? (from + 1 + to) / 2.0 : 0;
            }
            from = to;
        }
        double pairs = (double) positives * (ascending.length - positives);
        return (ranks - positives * (positives + 1) / 2.0) / pairs;
    }

    private static double prAuc(boolean[] truths, int[] ascending, int positives) {
        double sum = 0;
        int found = 0;
        for (int i = ascending.length - 1; i >= 0; i--) {
            if (truths[ascending[i]]) {
                found++;
                sum += (double) found / (ascending.length - i);
            }
        }
        return sum / positives;
    }

    private static double f1(double[] scores, boolean[] truths) {
        int hit = 0;
        int wrong = 0;
        for (int i = 0; i < scores.length; i++) {
            boolean flagged = scores[i] >= 0.5;
            hit += flagged && truths[i] ? 1 : 0;
            wrong += flagged != truths[i] ? 1 : 0;
        }
        return hit == 0 ? 0 : 2.0 * hit / (2.0 * hit + wrong);
    }

    private static double ece(double[] scores, boolean[] truths) {
        var gaps = new double[BINS];
        for (int i = 0; i < scores.length; i++) {
            gaps[Math.min(BINS - 1, (int) (scores[i] * BINS))] += scores[i] - (truths[i] ? 1 : 0);
        }
        return Arrays.stream(gaps).map(Math::abs).sum() / scores.length;
    }

    Map<String, Double> asMap() {
        var map = new TreeMap<String, Double>();
        map.put("rows", (double) rows);
        map.put("positives", (double) positives);
        map.put("rocAuc", round(rocAuc));
        map.put("prAuc", round(prAuc));
        map.put("f1", round(f1));
        map.put("ece", round(ece));
        return map;
    }

    private static double round(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
