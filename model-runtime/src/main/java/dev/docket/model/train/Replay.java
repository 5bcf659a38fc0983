package dev.docket.model.train;

import dev.docket.model.ModelFault;
import dev.docket.model.head.Heads;
import dev.docket.model.onnx.Encoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a head's own training data would lose if its weights changed, without any of the data:
/// the curvature of the loss at the weights, as in Laplace's approximation (Kirkpatrick et al.
/// 2017, Ritter et al. 2018). For a logistic head it is the Gauss-Newton matrix, a sum over
/// all rows of `p (1 - p) x x'`.
///
/// The vector's part is kept whole, as the roots of its diagonal and the correlations in half
/// precision: what a label rests on is a direction, not a coordinate. Of the lexicon the
/// diagonal is kept, one byte a bucket and a factor a label. Everything is a mean over at least
/// [#LEAST_ROWS] rows, so nothing of one text can be told from it.
final class Replay {
    static final String FILE = "replay.bin";
    static final int LEAST_ROWS = 200;
    private static final int MAGIC = 0x31_4C_50_52;
    private static final int WIDTH = Encoder.DIMENSION + 1;
    private static final int TRIANGLE = WIDTH * (WIDTH - 1) / 2;
    private static final double STEPS = 16;
    private static final double FINEST = 1e6;
    /// Keeps rounded correlations positive definite.
    private static final double DIAGONAL = 1.001;

    private final int bits;
    private final List<OfLabel> labels;
    private final byte[] occurrences;

    private Replay(int bits, List<OfLabel> labels, byte[] occurrences) {
        this.bits = bits;
        this.labels = labels;
        this.occurrences = occurrences;
    }

    /// One label's.
    ///
    /// @param weight of all its rows
    /// @param curvature mean of `p (1 - p)` over the rows
    /// @param roots of the diagonal of the vector's part
    /// @param correlations below the diagonal, row by row, in half precision
    record OfLabel(double weight, double curvature, float[] roots, short[] correlations) {
        /// Adds `ratio` times the slope of what is lost by a change, and returns as much of it.
        double lost(double[] change, double[] slope, double ratio) {
            double[] scaled = new double[WIDTH];
            double[] product = new double[WIDTH];
            for (int i = 0; i < WIDTH; i++) {
                scaled[i] = change[i] * roots[i];
                product[i] += DIAGONAL * scaled[i];
            }
            for (int i = 1, at = 0; i < WIDTH; i++) {
                double sum = 0;
                for (int j = 0; j < i; j++, at++) {
                    double r = Float.float16ToFloat(correlations[at]);
                    sum += r * scaled[j];
                    product[j] += r * scaled[i];
                }
                product[i] += sum;
            }
            double lost = 0;
            for (int i = 0; i < WIDTH; i++) {
                lost += product[i] * scaled[i];
                slope[i] += ratio * product[i] * roots[i];
            }
            return ratio * lost / 2;
        }
    }

    OfLabel of(int label) {
        return labels.get(label);
    }

    /// The same for heads with further labels, of which it knows nothing.
    ///
    /// What is summed up of the other labels is no evidence about these: it tells how sure those heads were of
    /// their rows and not what the rows said, so it can hold a weight in its place and cannot be a row
    /// without the label.
    Replay with(int more) {
        var all = new ArrayList<>(labels);
        for (int i = 0; i < more; i++) {
            all.add(Gathering.nothing());
        }
        return new Replay(bits, all, occurrences);
    }

    /// How stiff a bucket's weight is, beside a mean loss.
    double lexical(int label, int bucket) {
        return labels.get(label).curvature() * Math.expm1((occurrences[bucket] & 0xFF) / STEPS) / FINEST;
    }

    /// Gathers a summary, one row after another.
    static final class Gathering {
        private final int labels;
        private final int bits;
        private final double[][] sums;
        private final double[] weights;
        private final double[] curvatures;
        private final int[] rows;
        private final double[] squares;
        private final float[] x = new float[WIDTH];
        private int all;

        Gathering(int labels, int bits) {
            this.labels = labels;
            this.bits = bits;
            sums = new double[labels][WIDTH * (WIDTH + 1) / 2];
            weights = new double[labels];
            curvatures = new double[labels];
            rows = new int[labels];
            squares = new double[1 << bits];
            x[Encoder.DIMENSION] = 1;
        }

        /// Begins a text; its labels follow.
        void text(short[] vector, int[] buckets, float[] values) {
            for (int d = 0; d < Encoder.DIMENSION; d++) {
                x[d] = Float.float16ToFloat(vector[d]);
            }
            for (int i = 0; i < buckets.length; i++) {
                squares[buckets[i]] += (double) values[i] * values[i];
            }
            all++;
        }

        /// @param logit under the weights that the summary is of
        void label(int label, double logit, double weight) {
            double p = 1 / (1 + Math.exp(-logit));
            double curve = weight * p * (1 - p);
            weights[label] += weight;
            curvatures[label] += curve;
            rows[label]++;
            double[] sum = sums[label];
            for (int i = 0, at = 0; i < WIDTH; i++) {
                double times = curve * x[i];
                for (int j = 0; j <= i; j++) {
                    sum[at + j] += times * x[j];
                }
                at += i + 1;
            }
        }

        /// Adds what an earlier summary says, as the rows that it was made of.
        Gathering and(Replay earlier) {
            for (int label = 0; label < labels; label++) {
                var of = earlier.of(label);
                weights[label] += of.weight();
                curvatures[label] += of.curvature() * of.weight();
                rows[label] += of.weight() > 0 ? LEAST_ROWS : 0;
                double[] sum = sums[label];
                for (int i = 0, at = 0, below = 0; i < WIDTH; i++) {
                    for (int j = 0; j < i; j++, below++) {
                        sum[at + j] += of.weight()
                                * of.roots()[i]
                                * of.roots()[j]
                                * Float.float16ToFloat(of.correlations()[below]);
                    }
                    sum[at + i] += of.weight() * of.roots()[i] * of.roots()[i];
                    at += i + 1;
                }
            }
            double texts =
                    earlier.labels.stream().mapToDouble(OfLabel::weight).max().orElse(0);
            for (int bucket = 0; bucket < squares.length; bucket++) {
                squares[bucket] += texts * Math.expm1((earlier.occurrences[bucket] & 0xFF) / STEPS) / FINEST;
            }
            all += (int) texts;
            return this;
        }

        /// A label of too few rows has nothing to hold on to.
        Replay summary() {
            var gathered = new ArrayList<OfLabel>();
            for (int label = 0; label < labels; label++) {
                gathered.add(rows[label] < LEAST_ROWS ? nothing() : summary(label));
            }
            byte[] occurrences = new byte[squares.length];
            for (int bucket = 0; bucket < squares.length; bucket++) {
                double mean = squares[bucket] / Math.max(1, all);
                occurrences[bucket] = (byte) Math.min(255, Math.round(STEPS * Math.log1p(mean * FINEST)));
            }
            return new Replay(bits, gathered, occurrences);
        }

        static OfLabel nothing() {
            return new OfLabel(0, 0, new float[WIDTH], new short[TRIANGLE]);
        }

        private OfLabel summary(int label) {
            double weight = weights[label];
            double[] sum = sums[label];
            float[] roots = new float[WIDTH];
            for (int i = 0; i < WIDTH; i++) {
                roots[i] = (float) Math.sqrt(sum[i * (i + 1) / 2 + i] / weight);
            }
            short[] correlations = new short[TRIANGLE];
            for (int i = 1, at = 0; i < WIDTH; i++) {
                for (int j = 0; j < i; j++, at++) {
                    double r = sum[i * (i + 1) / 2 + j] / weight / Math.max(1e-12, (double) roots[i] * roots[j]);
                    correlations[at] = Float.floatToFloat16((float) r);
                }
            }
            return new OfLabel(weight, curvatures[label] / weight, roots, correlations);
        }
    }

    byte[] bytes() {
        int size = 3 * Integer.BYTES
                + labels.size() * (2 * Double.BYTES + WIDTH * Float.BYTES + TRIANGLE * Short.BYTES)
                + occurrences.length;
        var out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).putInt(labels.size()).putInt(bits);
        for (var label : labels) {
            out.putDouble(label.weight()).putDouble(label.curvature());
            for (float root : label.roots()) {
                out.putFloat(root);
            }
            for (short correlation : label.correlations()) {
                out.putShort(correlation);
            }
        }
        return out.put(occurrences).array();
    }

    /// @param heads that it must be of
    static Replay read(byte[] bytes, Heads heads) throws ModelFault {
        int labels = heads.labels().size();
        int bits = heads.lexicon().bits();
        int size = 3 * Integer.BYTES
                + labels * (2 * Double.BYTES + WIDTH * Float.BYTES + TRIANGLE * Short.BYTES)
                + (1 << bits);
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length != size || in.getInt() != MAGIC || in.getInt() != labels || in.getInt() != bits) {
            throw new ModelFault(FILE + " does not fit the heads");
        }
        var read = new ArrayList<OfLabel>();
        for (int label = 0; label < labels; label++) {
            double weight = in.getDouble();
            double curvature = in.getDouble();
            float[] roots = new float[WIDTH];
            for (int i = 0; i < WIDTH; i++) {
                roots[i] = in.getFloat();
            }
            short[] correlations = new short[TRIANGLE];
            in.asShortBuffer().get(correlations);
            in.position(in.position() + TRIANGLE * Short.BYTES);
            read.add(new OfLabel(weight, curvature, roots, correlations));
        }
        return new Replay(bits, read, Arrays.copyOfRange(bytes, in.position(), bytes.length));
    }
}
