package dev.docket.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.head.Heads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody decides three rows in ten and turns every finding round.
class PoisoningTest {
    private static final Path ENCODERS = Path.of("target", "encoders");
    private static final String POISONER = "rater-0";

    @TempDir
    private Path workspace;

    @Test
    void guardsKeepOneRaterFromSpoilingALabel() throws ModelFault, IOException {
        var honest = Vouchers.some(120, 4, 11, (rater, random) -> false);
        var poisoned = Vouchers.some(120, 4, 11, (rater, random) -> rater.equals(POISONER));
        var clean = TestRows.read(base(), Vouchers.some(300, 4, 12, (rater, random) -> false), workspace, ENCODERS);

        double best = auc(train(honest, true).heads(), clean);
        var guarded = train(poisoned, true);
        double unguarded = auc(train(poisoned, false).heads(), clean);

        assertThat(auc(guarded.heads(), clean)).isGreaterThan(best - 0.01);
        assertThat(unguarded).as("without guards it does harm").isLessThan(best - 0.01);
        var spam = guarded.labels().getFirst();
        assertThat(spam.raters()).containsOnlyKeys(POISONER);
        assertThat(spam.outliers()).isNotEmpty();
        assertThat(spam.takenAway()).isPositive();
    }

    @Test
    void honestRatersAreLeftAlone() throws ModelFault, IOException {
        var spam = train(Vouchers.some(120, 4, 11, (rater, random) -> false), true)
                .labels()
                .getFirst();

        assertThat(spam.raters()).isEmpty();
        assertThat(spam.takenAway()).isLessThan(0.02);
    }

    private TrainedHeads train(List<LabelledText> texts, boolean guarded) throws ModelFault, IOException {
        var plan = new TrainingPlan(List.of("spam"), 1, 0.3, guarded);
        var validation = Vouchers.some(150, 4, 13, (rater, random) -> false);
        return new HeadTrainer(base(), TestRows::shipped, ENCODERS, plan, (share, stage) -> {})
                .train(Vouchers.of(texts, validation), workspace);
    }

    private static double auc(Heads heads, List<Row> rows) {
        int label = heads.labels().indexOf("spam");
        double[] logits =
                rows.stream().mapToDouble(row -> row.logit(heads, label)).toArray();
        boolean[] truths = new boolean[logits.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = rows.get(i).positive(label);
        }
        return Figures.rocAuc(logits, truths);
    }

    private static ModelPackage base() throws ModelFault {
        return ModelPackage.read(TestRows::shipped);
    }
}
