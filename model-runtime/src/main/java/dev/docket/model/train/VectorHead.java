package dev.docket.model.train;

import dev.docket.model.head.Calibration;
import dev.docket.model.head.Heads;
import dev.docket.model.head.Lexicon;
import dev.docket.model.onnx.Encoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// One head on vectors alone, by the same choice of pull and the same fit as [HeadTrainer]'s, from
/// nothing: for whoever has vectors and no texts, such as a benchmark.
///
/// @param weights of the vector
public record VectorHead(double[] weights, double bias) {
    /// @param vectors of 384 halves each
    public static VectorHead fit(List<short[]> vectors, boolean[] found, long seed) {
        var rows = new ArrayList<Row>(vectors.size());
        for (int i = 0; i < found.length; i++) {
            rows.add(new Row(
                    Integer.toString(i),
                    i,
                    Set.of(),
                    vectors.get(i),
                    new int[0],
                    new float[0],
                    new float[] {found[i] ? 1 : 0},
                    new float[] {1}));
        }
        double[] weights = new double[rows.size()];
        Arrays.fill(weights, 1);
        var nothing = new Heads(
                List.of("found"),
                new float[1][Encoder.DIMENSION],
                new double[1],
                new Lexicon(0, new float[1], new byte[1]),
                List.of(new Calibration(1, 0)));
        var plan = new TrainingPlan(nothing.labels(), seed, 0, false);
        double pull = new Folds(rows, 0, weights, new Base(nothing, null), plan, () -> {})
                .choose()
                .pull();
        var fit = new LabelFit(rows, 0, weights, new Base(nothing, null), 0, () -> {});
        double[] change = fit.fit(pull, fit.nought());
        return new VectorHead(Arrays.copyOf(change, Encoder.DIMENSION), change[Encoder.DIMENSION]);
    }

    public double logit(short[] vector) {
        double z = bias;
        for (int d = 0; d < weights.length; d++) {
            z += weights[d] * Float.float16ToFloat(vector[d]);
        }
        return z;
    }
}
