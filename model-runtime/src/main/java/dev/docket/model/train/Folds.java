package dev.docket.model.train;

import java.util.ArrayList;
import java.util.List;

/// Chooses how strongly a label is pulled towards the base by cross-validation, groups kept
/// together, and says of every row what heads think that have not seen its group.
///
/// At most [#MOST_ROWS] rows take part in the choice: more do not change it, and the product has
/// to train beside moderators.
final class Folds {
    static final double[] PULLS = {3e-2, 3e-3, 3e-4, 3e-5};
    private static final int FOLDS = 3;
    private static final int MOST_ROWS = 9_000;

    private final List<Row> rows;
    private final int label;
    private final double[] weights;
    private final Base base;
    private final TrainingPlan plan;
    private final Runnable pulse;

    /// @param pulse called at every step; may throw to end the choice
    Folds(List<Row> rows, int label, double[] weights, Base base, TrainingPlan plan, Runnable pulse) {
        this.rows = rows;
        this.label = label;
        this.weights = weights;
        this.base = base;
        this.plan = plan;
        this.pulse = pulse;
    }

    /// @param pull that lost least
    /// @param probabilities of the label, row by row, from heads that have not seen the row's group
    record Choice(double pull, double[] probabilities) {}

    Choice choose() {
        double[] losses = new double[PULLS.length];
        double[][] probabilities = new double[PULLS.length][rows.size()];
        double share = Math.min(1, (double) MOST_ROWS / rows.size());
        for (int fold = 0; fold < FOLDS; fold++) {
            fold(fold, share, losses, probabilities);
        }
        int best = 0;
        for (int i = 1; i < PULLS.length; i++) {
            if (losses[i] < losses[best]) {
                best = i;
            }
        }
        return new Choice(PULLS[best], probabilities[best]);
    }

    private void fold(int fold, double share, double[] losses, double[][] probabilities) {
        var seen = new ArrayList<Row>();
        var seenWeights = new ArrayList<Double>();
        for (int i = 0; i < rows.size(); i++) {
            if (foldOf(rows.get(i)) != fold
                    && Draw.share(plan.seed(), rows.get(i).id()) < share) {
                seen.add(rows.get(i));
                seenWeights.add(weights[i]);
            }
        }
        var fit = new LabelFit(
                seen,
                label,
                seenWeights.stream().mapToDouble(Double::doubleValue).toArray(),
                base,
                plan.replayRatio(),
                pulse);
        double[] change = fit.nought();
        for (int pull = 0; pull < PULLS.length; pull++) {
            change = fit.fit(PULLS[pull], change);
            for (int i = 0; i < rows.size(); i++) {
                if (foldOf(rows.get(i)) == fold) {
                    losses[pull] += judge(i, fit, change, probabilities[pull]);
                }
            }
        }
    }

    private double judge(int i, LabelFit fit, double[] change, double[] probabilities) {
        var row = rows.get(i);
        double z = fit.logit(row, row.logit(base.heads(), label), change);
        double p = 1 / (1 + Math.exp(-z));
        probabilities[i] = p;
        return -weights[i] * Math.log(Math.max(1e-12, row.positive(label) ? p : 1 - p));
    }

    private int foldOf(Row row) {
        return (int) Math.floorMod(Draw.mix(plan.seed() ^ Draw.mix(row.group())), (long) FOLDS);
    }
}
