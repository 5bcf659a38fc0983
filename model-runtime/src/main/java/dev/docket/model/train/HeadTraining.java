package dev.docket.model.train;

import dev.docket.model.head.Calibration;
import dev.docket.model.head.Heads;
import dev.docket.model.head.Lexicon;
import dev.docket.model.onnx.Encoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Fits one logistic regression per label, all labels side by side, unknown targets masked.
///
/// The vector's weights, dense and few, learn by mini-batch Adam. The lexicon's, sparse and many, learn by AdaGrad one
/// text at a time: a rare word then takes large steps when it does occur. One thread and one seed, so that equal
/// input gives equal weights.
final class HeadTraining {
    private static final int BATCH = 64;
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final int BIAS = Encoder.DIMENSION;
    private static final int WIDTH = Encoder.DIMENSION + 1;

    private final int labels = Corpus.LABELS.size();
    private final Settings settings;
    private final double[][] theta = new double[labels][WIDTH];
    private final double[][] gradient = new double[labels][WIDTH];
    private final double[][] first = new double[labels][WIDTH];
    private final double[][] second = new double[labels][WIDTH];
    private final float[] lexicon;
    private final float[] squares;
    private final double[] x = new double[WIDTH];
    private int step;

    /// @param bits of the lexicon
    /// @param epochs passes over the samples
    /// @param rate of Adam, falling to zero
    /// @param lexicalRate of AdaGrad
    /// @param decay pull of every weight towards zero
    /// @param lexicalDecay likewise for the lexicon, when a word occurs
    record Settings(int bits, int epochs, double rate, double lexicalRate, double decay, double lexicalDecay) {}

    private HeadTraining(Settings settings) {
        this.settings = settings;
        lexicon = new float[labels << settings.bits()];
        squares = new float[lexicon.length];
        x[BIAS] = 1;
    }

    static Heads fit(List<Sample> samples, Settings settings, long seed) {
        var training = new HeadTraining(settings);
        var order = new ArrayList<>(samples);
        var random = new Random(seed);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            Collections.shuffle(order, random);
            double pace = settings.rate() * (1 - (double) epoch / settings.epochs());
            for (int from = 0; from < order.size(); from += BATCH) {
                training.learn(order.subList(from, Math.min(order.size(), from + BATCH)), pace);
            }
            Progress.report("epoch %d of %d", epoch + 1, settings.epochs());
        }
        return training.heads();
    }

    private void learn(List<Sample> batch, double pace) {
        for (double[] row : gradient) {
            Arrays.fill(row, 0);
        }
        for (var sample : batch) {
            for (int d = 0; d < Encoder.DIMENSION; d++) {
                x[d] = Float.float16ToFloat(sample.vector()[d]);
            }
            for (int label = 0; label < labels; label++) {
                if (sample.knows(label)) {
                    learn(sample, label);
                }
            }
        }
        adam(batch.size(), pace);
    }

    private void learn(Sample sample, int label) {
        double[] row = theta[label];
        double z = 0;
        for (int d = 0; d < WIDTH; d++) {
            z += row[d] * x[d];
        }
        for (int i = 0; i < sample.buckets().length; i++) {
            z += lexicon[sample.buckets()[i] * labels + label] * sample.values()[i];
        }
        double error = (1 / (1 + Math.exp(-z)) - sample.targets()[label]) * sample.weights()[label];
        for (int d = 0; d < WIDTH; d++) {
            gradient[label][d] += error * x[d];
        }
        for (int i = 0; i < sample.buckets().length; i++) {
            int at = sample.buckets()[i] * labels + label;
            double slope = error * sample.values()[i] + settings.lexicalDecay() * lexicon[at];
            squares[at] += (float) (slope * slope);
            lexicon[at] -= (float) (settings.lexicalRate() * slope / (Math.sqrt(squares[at]) + 1e-6));
        }
    }

    private void adam(int size, double pace) {
        step++;
        double correct1 = 1 - Math.pow(BETA_1, step);
        double correct2 = 1 - Math.pow(BETA_2, step);
        for (int label = 0; label < labels; label++) {
            for (int d = 0; d < WIDTH; d++) {
                double g = gradient[label][d] / size + settings.decay() * theta[label][d];
                first[label][d] = BETA_1 * first[label][d] + (1 - BETA_1) * g;
                second[label][d] = BETA_2 * second[label][d] + (1 - BETA_2) * g * g;
                theta[label][d] -=
                        pace * (first[label][d] / correct1) / (Math.sqrt(second[label][d] / correct2) + 1e-8);
            }
        }
    }

    private Heads heads() {
        var weights = new float[labels][Encoder.DIMENSION];
        var biases = new double[labels];
        for (int label = 0; label < labels; label++) {
            for (int d = 0; d < Encoder.DIMENSION; d++) {
                weights[label][d] = (float) theta[label][d];
            }
            biases[label] = (float) theta[label][BIAS];
        }
        return new Heads(
                Corpus.LABELS,
                weights,
                biases,
                Lexicon.round(settings.bits(), labels, lexicon),
                Collections.nCopies(labels, new Calibration(1, 0)));
    }

    /// The logit of one sample under finished heads.
    static double logit(Heads heads, Sample sample, int label) {
        double z = heads.biases()[label];
        float[] row = heads.weights()[label];
        for (int d = 0; d < row.length; d++) {
            z += row[d] * Float.float16ToFloat(sample.vector()[d]);
        }
        for (int i = 0; i < sample.buckets().length; i++) {
            z += heads.lexicon().weight(sample.buckets()[i], label) * sample.values()[i];
        }
        return z;
    }
}
