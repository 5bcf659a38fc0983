package dev.docket.model.train;

import dev.docket.model.onnx.Encoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Finds rows whose label everything else contradicts: heads that began at the base and have not
/// seen the row's group find the opposite likely, and so do the people who labelled the texts
/// nearest to it. Both must agree, for a head alone is wrong about what is new, and neighbours
/// alone about what is rare. Rows of the same people are no witnesses for one another, or whoever
/// mislabels much would vouch for himself.
///
/// People whose rows are contradicted far more often than everybody else's have all their rows of
/// the label weighed down: single flips among honest rows are too few to be caught one by one.
final class Outliers {
    static final double KEPT = 0.1;
    private static final double UNLIKELY = 0.3;
    private static final double LONELY = 0.3;
    private static final int NEIGHBOURS = 15;
    private static final int MOST_SUSPECTS = 400;
    private static final int MOST_WITNESSES = 15_000;
    private static final int LEAST_ROWS_OF_RATER = 30;
    private static final double OFTEN = 2.5;
    private static final double MUCH = 0.08;

    private final List<Row> rows;
    private final int label;
    private final double[] probabilities;
    private final TrainingPlan plan;

    /// @param probabilities of the label, by heads that have not seen the row's group
    Outliers(List<Row> rows, int label, double[] probabilities, TrainingPlan plan) {
        this.rows = rows;
        this.label = label;
        this.probabilities = probabilities;
        this.plan = plan;
    }

    /// @param rows places of the contradicted rows, the worst first
    /// @param raters whom the others contradict, to what their rows are worth
    record Found(List<Integer> rows, Map<String, Double> raters) {}

    Found find() {
        return new Found(contradicted(), raters());
    }

    private double given(int i) {
        return rows.get(i).positive(label) ? probabilities[i] : 1 - probabilities[i];
    }

    private List<Integer> contradicted() {
        int[] suspects = IntStream.range(0, rows.size())
                .filter(i -> given(i) < UNLIKELY)
                .boxed()
                .sorted(Comparator.comparingDouble(this::given).thenComparing(i -> i))
                .limit(MOST_SUSPECTS)
                .mapToInt(i -> i)
                .toArray();
        var nearest = new Nearest[suspects.length];
        for (int s = 0; s < suspects.length; s++) {
            nearest[s] = new Nearest(unpacked(rows.get(suspects[s]).vector()));
        }
        double share = Math.min(1, (double) MOST_WITNESSES / rows.size());
        for (var witness : rows) {
            if (Draw.share(plan.seed() + 1, witness.id()) < share) {
                float[] vector = unpacked(witness.vector());
                for (int s = 0; s < suspects.length; s++) {
                    if (mayWitness(rows.get(suspects[s]), witness)) {
                        nearest[s].offer(vector, witness.positive(label));
                    }
                }
            }
        }
        var contradicted = new ArrayList<Integer>();
        for (int s = 0; s < suspects.length; s++) {
            if (nearest[s].share(rows.get(suspects[s]).positive(label)) <= LONELY) {
                contradicted.add(suspects[s]);
            }
        }
        return contradicted;
    }

    private static boolean mayWitness(Row suspect, Row witness) {
        return suspect.group() != witness.group()
                && (suspect.raters().isEmpty() || !suspect.raters().equals(witness.raters()));
    }

    private static float[] unpacked(short[] vector) {
        float[] unpacked = new float[Encoder.DIMENSION];
        for (int d = 0; d < unpacked.length; d++) {
            unpacked[d] = Float.float16ToFloat(vector[d]);
        }
        return unpacked;
    }

    /// Whose rows are doubted far more often than others' are.
    private Map<String, Double> raters() {
        var doubts = new HashMap<String, int[]>();
        for (int i = 0; i < rows.size(); i++) {
            boolean doubted = given(i) < 0.5;
            for (String rater : rows.get(i).raters()) {
                int[] counts = doubts.computeIfAbsent(rater, unknown -> new int[2]);
                counts[0]++;
                counts[1] += doubted ? 1 : 0;
            }
        }
        double usual = usual(doubts);
        var raters = new TreeMap<String, Double>();
        doubts.forEach((rater, counts) -> {
            double rate = (double) counts[1] / counts[0];
            double noise = Math.sqrt(usual * (1 - usual) / counts[0]);
            boolean often = rate > OFTEN * usual && rate - usual > MUCH && rate - usual > 4 * noise;
            if (counts[0] >= LEAST_ROWS_OF_RATER && often) {
                raters.put(rater, KEPT);
            }
        });
        return raters;
    }

    /// The middle of everybody's rates, so that one person's does not move it.
    private static double usual(Map<String, int[]> doubts) {
        double[] rates = doubts.values().stream()
                .filter(counts -> counts[0] >= LEAST_ROWS_OF_RATER)
                .mapToDouble(counts -> (double) counts[1] / counts[0])
                .sorted()
                .toArray();
        return rates.length < 3 ? 1 : Math.max(0.005, rates[(rates.length - 1) / 2]);
    }

    /// The nearest witnesses of one row.
    private static final class Nearest {
        private final float[] vector;
        private final float[] likeness = new float[NEIGHBOURS];
        private final boolean[] found = new boolean[NEIGHBOURS];
        private int size;

        Nearest(float[] vector) {
            this.vector = vector;
            Arrays.fill(likeness, Float.NEGATIVE_INFINITY);
        }

        void offer(float[] other, boolean positive) {
            float a = 0;
            float b = 0;
            float c = 0;
            float e = 0;
            for (int d = 0; d < Encoder.DIMENSION; d += 4) {
                a += vector[d] * other[d];
                b += vector[d + 1] * other[d + 1];
                c += vector[d + 2] * other[d + 2];
                e += vector[d + 3] * other[d + 3];
            }
            float like = a + b + c + e;
            if (like <= likeness[NEIGHBOURS - 1]) {
                return;
            }
            int at = NEIGHBOURS - 1;
            while (at > 0 && likeness[at - 1] < like) {
                likeness[at] = likeness[at - 1];
                found[at] = found[at - 1];
                at--;
            }
            likeness[at] = like;
            found[at] = positive;
            size = Math.min(NEIGHBOURS, size + 1);
        }

        /// What part of the neighbours found the same; 1 where there are too few to say.
        double share(boolean positive) {
            if (size < NEIGHBOURS) {
                return 1;
            }
            int same = 0;
            for (boolean one : found) {
                same += one == positive ? 1 : 0;
            }
            return (double) same / NEIGHBOURS;
        }
    }
}
