package dev.docket.model.train;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Fits one logistic regression per label by mini-batch Adam, labels side by side, unknown targets masked.
final class LogisticRegression {
    private static final int BATCH = 64;
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;

    private final int dimension;
    private final int labels;
    private final int epochs;
    private final double rate;
    private final double decay;
    private final long seed;

    LogisticRegression(int dimension, int labels, int epochs, double rate, double decay, long seed) {
        this.dimension = dimension;
        this.labels = labels;
        this.epochs = epochs;
        this.rate = rate;
        this.decay = decay;
        this.seed = seed;
    }

    /// @param vectors half-precision rows
    /// @param targets 0..1, NaN when unknown
    /// @param weights importance of each target
    /// @return a row per label: the weights, then the bias
    double[][] fit(List<short[]> vectors, List<float[]> targets, List<float[]> weights) {
        int width = dimension + 1;
        var theta = new double[labels * width];
        var first = new double[theta.length];
        var second = new double[theta.length];
        var gradient = new double[theta.length];
        var x = new double[width];
        var order = new int[vectors.size()];
        Arrays.setAll(order, i -> i);
        var random = new Random(seed);
        int step = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            double pace = rate * (1 - (double) epoch / epochs);
            for (int from = 0; from < order.length; from += BATCH) {
                Arrays.fill(gradient, 0);
                int to = Math.min(order.length, from + BATCH);
                for (int i = from; i < to; i++) {
                    expand(vectors.get(order[i]), x);
                    accumulate(theta, x, targets.get(order[i]), weights.get(order[i]), gradient);
                }
                step++;
                adam(theta, gradient, first, second, to - from, pace, step);
            }
        }
        var rows = new double[labels][];
        for (int label = 0; label < labels; label++) {
            rows[label] = Arrays.copyOfRange(theta, label * width, (label + 1) * width);
        }
        return rows;
    }

    private void expand(short[] vector, double[] x) {
        for (int d = 0; d < dimension; d++) {
            x[d] = Float.float16ToFloat(vector[d]);
        }
        x[dimension] = 1;
    }

    private void accumulate(double[] theta, double[] x, float[] targets, float[] weights, double[] gradient) {
        for (int label = 0; label < labels; label++) {
            if (Float.isNaN(targets[label])) {
                continue;
            }
            int at = label * (dimension + 1);
            double z = 0;
            for (int d = 0; d <= dimension; d++) {
                z += theta[at + d] * x[d];
            }
            double error = (1 / (1 + Math.exp(-z)) - targets[label]) * weights[label];
            for (int d = 0; d <= dimension; d++) {
                gradient[at + d] += error * x[d];
            }
        }
    }

    private void adam(
            double[] theta, double[] gradient, double[] first, double[] second, int size, double pace, int step) {
        double correct1 = 1 - Math.pow(BETA_1, step);
        double correct2 = 1 - Math.pow(BETA_2, step);
        for (int i = 0; i < theta.length; i++) {
            double g = gradient[i] / size + decay * theta[i];
            first[i] = BETA_1 * first[i] + (1 - BETA_1) * g;
            second[i] = BETA_2 * second[i] + (1 - BETA_2) * g * g;
            theta[i] -= pace * (first[i] / correct1) / (Math.sqrt(second[i] / correct2) + 1e-8);
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}
