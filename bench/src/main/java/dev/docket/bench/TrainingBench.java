package dev.docket.bench;

import dev.docket.model.train.VectorHead;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// P19: fitting a head on 50,000 vectors of 384, the choice of its regularisation included, against a reference that
/// is solved to convergence by another method. Both are judged on vectors that neither has seen.
final class TrainingBench implements Benchmark {
    private static final int ROUNDS = 7;
    private static final int DIMENSION = 384;
    private static final int TOPICS = 40;
    private static final double GOAL = 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "training";
    }

    @Override
    public String title() {
        return "P19: a head on 50,000 x 384, against a reference solved to convergence;"
                + " goals: training (the column \"ours\") <= 10 s, training-auc within 0.002 of the reference";
    }

    @Override
    public List<Measurement> measure(Length length) {
        var data = new Vectors(length.of("training-rows", 50_000, 8_000), 1);
        var unseen = new Vectors(20_000, 2);
        long from = System.nanoTime();
        var reference = LogisticReference.solve(data.floats(), data.found);
        double baseline = seconds(from);
        double[] times = new double[ROUNDS];
        long cpu = THREADS.getCurrentThreadCpuTime();
        VectorHead ours = VectorHead.fit(data.halves, data.found, 1);
        for (int round = 0; round < ROUNDS; round++) {
            from = System.nanoTime();
            ours = VectorHead.fit(data.halves, data.found, 1);
            times[round] = seconds(from);
        }
        double processor = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9 / (ROUNDS + 1);
        Arrays.sort(times);
        var fitted = ours;
        double auc = auc(unseen, i -> fitted.logit(unseen.halves.get(i)));
        double best = auc(unseen, i -> reference.logit(unseen.floats()[i]));
        return List.of(
                new Measurement(
                        "training",
                        times[ROUNDS / 2] / baseline,
                        times[0] / baseline,
                        times[ROUNDS - 1] / baseline,
                        baseline,
                        times[ROUNDS / 2],
                        "s"),
                new Measurement(
                        "training-cpu", processor / GOAL, processor / GOAL, processor / GOAL, GOAL, processor, "cpu-s"),
                new Measurement("training-auc", auc / best, auc / best, auc / best, best, auc, "AUC"),
                new Measurement("training-auc-short", 1, 1, 1, 0.002, best - auc, "AUC"));
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private interface Logit {
        double of(int row);
    }

    private static double auc(Vectors vectors, Logit logit) {
        int rows = vectors.found.length;
        double[] logits = IntStream.range(0, rows).mapToDouble(logit::of).toArray();
        int[] ascending = IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> logits[i]))
                .mapToInt(i -> i)
                .toArray();
        double ranks = 0;
        double found = 0;
        for (int i = 0; i < rows; i++) {
            if (vectors.found[ascending[i]]) {
                ranks += i + 1;
                found++;
            }
        }
        return (ranks - found * (found + 1) / 2) / (found * (rows - found));
    }

    /// Vectors like a sentence encoder's: of unit length, gathered about topics, of which some are violating more
    /// often, and a direction that tells them apart within a topic.
    private static final class Vectors {
        private final List<short[]> halves = new ArrayList<>();
        private final boolean[] found;

        Vectors(int rows, long seed) {
            var world = new Random(0);
            double[][] topics = new double[TOPICS][DIMENSION];
            double[] direction = new double[DIMENSION];
            for (int d = 0; d < DIMENSION; d++) {
                direction[d] = world.nextGaussian();
                for (double[] topic : topics) {
                    topic[d] = world.nextGaussian();
                }
            }
            double[] leaning = world.doubles(TOPICS, -3, 1).toArray();
            var random = new Random(seed);
            found = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                int topic = random.nextInt(TOPICS);
                double[] x = new double[DIMENSION];
                double square = 0;
                double along = 0;
                for (int d = 0; d < DIMENSION; d++) {
                    x[d] = topics[topic][d] + 1.2 * random.nextGaussian();
                    square += x[d] * x[d];
                    along += x[d] * direction[d];
                }
                double z = leaning[topic] + 1.5 * along / Math.sqrt(square);
                found[row] = random.nextDouble() < 1 / (1 + Math.exp(-z));
                short[] half = new short[DIMENSION];
                for (int d = 0; d < DIMENSION; d++) {
                    half[d] = Float.floatToFloat16((float) (x[d] / Math.sqrt(square)));
                }
                halves.add(half);
            }
        }

        float[][] floats() {
            if (unpacked.length == 0) {
                unpacked = halves.stream()
                        .map(half -> {
                            float[] row = new float[DIMENSION];
                            for (int d = 0; d < DIMENSION; d++) {
                                row[d] = Float.float16ToFloat(half[d]);
                            }
                            return row;
                        })
                        .toArray(float[][]::new);
            }
            return unpacked;
        }

        private float[][] unpacked = new float[0][];
    }
}
