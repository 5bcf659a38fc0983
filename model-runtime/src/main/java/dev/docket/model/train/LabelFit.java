package dev.docket.model.train;

import dev.docket.model.onnx.Encoder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fits the change of one head on some rows: the mean loss of the rows, plus what the base's own
/// data would lose by [Replay], plus a pull towards the base of a chosen strength.
///
/// The change and not the head is what is sought, so that nought means the base, and so that a
/// word that no row has keeps its weight.
final class LabelFit implements Lbfgs.Function {
    private static final int DIMENSION = Encoder.DIMENSION;
    private static final int WIDTH = DIMENSION + 1;
    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-5;

    private final List<Row> rows;
    private final int label;
    private final double[] weights;
    private final double[] offsets;
    private final int[] places;
    private final int words;
    private final Replay.@Nullable OfLabel replay;
    private final double[] lexicalReplay;
    private final double replayRatio;
    private final double total;
    private final Runnable pulse;
    private final float[] x = new float[DIMENSION];
    private double pull;

    /// @param weights one per row, those of 0 do not count
    /// @param pulse called at every step; may throw to end the fit
    LabelFit(List<Row> rows, int label, double[] weights, Base base, double replayRatio, Runnable pulse) {
        this.rows = rows;
        this.label = label;
        this.weights = weights;
        this.replayRatio = replayRatio;
        this.pulse = pulse;
        replay = base.replay() == null ? null : base.replay().of(label);
        offsets =
                rows.stream().mapToDouble(row -> row.logit(base.heads(), label)).toArray();
        places = new int[1 << base.heads().lexicon().bits()];
        words = place();
        lexicalReplay = lexicalReplay(base.replay());
        total = Math.max(1e-9, Arrays.stream(weights).sum());
    }

    /// Gives each bucket that occurs a place after the vector's weights.
    private int place() {
        Arrays.fill(places, -1);
        int next = WIDTH;
        for (int i = 0; i < rows.size(); i++) {
            if (weights[i] > 0) {
                for (int bucket : rows.get(i).buckets()) {
                    if (places[bucket] < 0) {
                        places[bucket] = next++;
                    }
                }
            }
        }
        return next - WIDTH;
    }

    private double[] lexicalReplay(@Nullable Replay whole) {
        double[] stiffness = new double[words];
        if (whole != null) {
            for (int bucket = 0; bucket < places.length; bucket++) {
                if (places[bucket] >= 0) {
                    stiffness[places[bucket] - WIDTH] = whole.lexical(label, bucket);
                }
            }
        }
        return stiffness;
    }

    /// The change under a pull, sought from `start`.
    double[] fit(double pull, double[] start) {
        this.pull = pull;
        return new Lbfgs(this, MOST_STEPS, TOLERANCE).minimise(start);
    }

    double[] nought() {
        return new double[WIDTH + words];
    }

    @Override
    public double at(double[] change, double[] slope) {
        pulse.run();
        Arrays.fill(slope, 0);
        double loss = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (weights[i] > 0) {
                loss += learn(i, change, slope);
            }
        }
        return loss + pull(change, slope) + replay(change, slope);
    }

    private double learn(int i, double[] change, double[] slope) {
        var row = rows.get(i);
        double z = offsets[i] + dense(row, change) + lexical(row, change);
        double target = row.targets()[label];
        double share = weights[i] / total;
        double error = (1 / (1 + Math.exp(-z)) - target) * share;
        for (int d = 0; d < DIMENSION; d++) {
            slope[d] += error * x[d];
        }
        slope[DIMENSION] += error;
        int[] buckets = row.buckets();
        float[] values = row.values();
        for (int b = 0; b < buckets.length; b++) {
            slope[places[buckets[b]]] += error * values[b];
        }
        double positive = z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z;
        return share * (positive + (1 - target) * z);
    }

    /// The logit under a change, of any row.
    double logit(Row row, double offset, double[] change) {
        double z = offset + dense(row, change);
        for (int b = 0; b < row.buckets().length; b++) {
            int place = places[row.buckets()[b]];
            z += place < 0 ? 0 : change[place] * row.values()[b];
        }
        return z;
    }

    private double dense(Row row, double[] change) {
        short[] vector = row.vector();
        for (int d = 0; d < DIMENSION; d++) {
            x[d] = Float.float16ToFloat(vector[d]);
        }
        double a = change[DIMENSION];
        double b = 0;
        double c = 0;
        double e = 0;
        for (int d = 0; d < DIMENSION; d += 4) {
            a += change[d] * x[d];
            b += change[d + 1] * x[d + 1];
            c += change[d + 2] * x[d + 2];
            e += change[d + 3] * x[d + 3];
        }
        return a + b + c + e;
    }

    private double lexical(Row row, double[] change) {
        double z = 0;
        int[] buckets = row.buckets();
        float[] values = row.values();
        for (int b = 0; b < buckets.length; b++) {
            z += change[places[buckets[b]]] * values[b];
        }
        return z;
    }

    private double pull(double[] change, double[] slope) {
        double square = 0;
        for (int i = 0; i < change.length; i++) {
            square += change[i] * change[i];
            slope[i] += pull * change[i];
        }
        return pull * square / 2;
    }

    private double replay(double[] change, double[] slope) {
        if (replay == null || replayRatio == 0) {
            return 0;
        }
        double lost = replay.lost(change, slope, replayRatio);
        for (int i = 0; i < words; i++) {
            double force = replayRatio * lexicalReplay[i] * change[WIDTH + i];
            slope[WIDTH + i] += force;
            lost += force * change[WIDTH + i] / 2;
        }
        return lost;
    }

    /// Adds a change to one label's weights.
    ///
    /// @param vector of the head
    /// @param lexicon weights by bucket
    /// @return the bias
    double apply(double[] change, float[] vector, float[] lexicon, double bias) {
        for (int d = 0; d < DIMENSION; d++) {
            vector[d] += (float) change[d];
        }
        for (int bucket = 0; bucket < places.length; bucket++) {
            if (places[bucket] >= 0) {
                lexicon[bucket] += (float) change[places[bucket]];
            }
        }
        return (float) (bias + change[DIMENSION]);
    }

    double offset(int row) {
        return offsets[row];
    }
}
