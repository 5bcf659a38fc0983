package dev.docket.backend.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void figuresOfAHandfulAreThoseWorkedOutByHand() {
        var metrics = new Metrics(
                new double[] {0.9, 0.8, 0.7, 0.6, 0.2}, new boolean[] {true, false, true, false, false}, 0.65);

        var whole = metrics.whole();

        assertThat(whole.rocAuc()).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(whole.prAuc()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
        assertThat(whole.precision()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(whole.recall()).isEqualTo(1);
        assertThat(whole.f1()).isCloseTo(0.8, within(1e-12));
        assertThat(metrics.confusion()).isEqualTo(new Metrics.Confusion(2, 1, 0, 2));
        assertThat(whole.ece()).isCloseTo((0.1 + 0.8 + 0.3 + 0.6 + 0.2) / 5, within(1e-12));
    }

    @Test
    void tiesCountHalf() {
        var metrics = new Metrics(new double[] {0.5, 0.5}, new boolean[] {true, false}, 0.5);

        assertThat(metrics.whole().rocAuc()).isEqualTo(0.5);
    }

    @Test
    void aRowDrawnTwiceCountsAsTwoRows() {
        var drawn = new Metrics(new double[] {0.9, 0.4, 0.3}, new boolean[] {true, false, true}, 0.5)
                .of(new int[] {2, 1, 0});
        var twice = new Metrics(new double[] {0.9, 0.9, 0.4}, new boolean[] {true, true, false}, 0.5).whole();

        assertThat(drawn).isEqualTo(twice);
    }

    @Test
    void aRowOfDoubleWeightCountsAsTwoRows() {
        double[] scores = {0.9, 0.7, 0.6, 0.3};
        boolean[] truths = {true, false, true, false};
        var weighted = new Metrics(scores, truths, new double[] {3, 6, 3, 3}, 0.5);
        var twice = new Metrics(
                new double[] {0.9, 0.7, 0.7, 0.6, 0.3}, new boolean[] {true, false, false, true, false}, 0.5);

        assertThat(weighted.whole().rocAuc())
                .isCloseTo(twice.whole().rocAuc(), within(1e-12))
                .isCloseTo(4 / 6.0, within(1e-12));
        assertThat(weighted.whole().prAuc()).isCloseTo(twice.whole().prAuc(), within(1e-12));
        assertThat(weighted.whole().precision()).isCloseTo(0.5, within(1e-12));
        assertThat(weighted.whole().ece()).isCloseTo(twice.whole().ece(), within(1e-12));
        assertThat(weighted.worth().all()).isCloseTo(225 / 63.0, within(1e-12));
        assertThat(weighted.worth().found()).isCloseTo(144 / 54.0, within(1e-12));
    }

    /// A model looks good on what was surely sent to people and errs on what was drawn by chance: one in twenty.
    @Test
    void figuresSpeakOfAllItemsAndThoseOfTheRowsStandBeside() {
        var rows = new ArrayList<ScoredRow>();
        for (int i = 0; i < 200; i++) {
            rows.add(row(i, i % 2 == 0, i % 2 == 0 ? 0.9 : 0.1, 1));
        }
        for (int i = 200; i < 240; i++) {
            rows.add(row(i, i % 2 == 0, i % 2 == 0 ? 0.2 : 0.8, 20));
        }
        var report = report(rows);
        var figures = report.figures();
        var plain = figures.unweighted();

        assertThat(figures.precision()).isNotNull();
        assertThat(figures.precision().value()).isCloseTo(100 / 500.0, within(1e-12));
        assertThat(figures.effectiveRows()).isCloseTo(1_000.0 * 1_000 / 16_200, within(1e-9));
        assertThat(plain).isNotNull();
        assertThat(plain.precision()).isNotNull();
        assertThat(plain.precision().value()).isCloseTo(100 / 120.0, within(1e-12));
        assertThat(figures.precision().high() - figures.precision().low())
                .isGreaterThan(plain.precision().high() - plain.precision().low());
        assertThat(figures.confusion()).isEqualTo(List.of(List.of(100L, 20L), List.of(20L, 100L)));
        var versus = report.versusChampion(true);
        assertThat(versus).isNotNull();
        assertThat(versus.rocAuc()).isNotNull();
        assertThat(versus.rocAuc().high())
                .as("the champion knows what is seldom looked at")
                .isNegative();
        assertThat(versus.unweighted()).isNotNull();
        assertThat(versus.unweighted().rocAuc()).isNotNull();
        assertThat(versus.unweighted().rocAuc().value()).isPositive();
    }

    @Test
    void rowsThatWeighTheSameHaveNothingBeside() {
        var rows = rows(400, 400, 0.3, 0.3).stream()
                .map(row -> row(row.item().getLeastSignificantBits(), row.truth(), row.score(), 20))
                .toList();
        var figures = report(rows).figures();

        assertThat(figures.unweighted()).isNull();
        assertThat(figures.effectiveRows()).isCloseTo(400, within(1e-9));
        assertThat(figures.rocAuc())
                .isEqualTo(report(rows(400, 400, 0.3, 0.3)).figures().rocAuc());
    }

    /// Its champion is right where it is not.
    private static ScoredRow row(long number, boolean truth, double score, double weight) {
        double champion = weight > 1 ? 1 - score : 0.5;
        return new ScoredRow("spam", new UUID(1, number), truth, weight, score, champion, "en", "forum", number);
    }

    @Test
    void withoutPositivesNothingIsClaimed() {
        var figures = report(rows(40, 40, 0, 0)).figures();

        assertThat(figures.rocAuc()).isNull();
        assertThat(figures.prAuc()).isNull();
        assertThat(figures.recall()).isNull();
    }

    @Test
    void intervalsRepeatAndGroupsMakeThemWider() {
        var alone = report(copies(true)).figures().rocAuc();
        var again = report(copies(true)).figures().rocAuc();
        var grouped = report(copies(false)).figures().rocAuc();

        assertThat(alone).isEqualTo(again).isNotNull();
        assertThat(grouped).isNotNull();
        assertThat(grouped.high() - grouped.low()).isGreaterThan(1.5 * (alone.high() - alone.low()));
    }

    /// Forty rows ten times over.
    ///
    /// @param apart whether copies pass for rows of their own
    private static List<ScoredRow> copies(boolean apart) {
        var copies = new ArrayList<ScoredRow>();
        for (int copy = 0; copy < 10; copy++) {
            for (var row : rows(40, 40, 0.3, 0)) {
                long group = apart ? row.group() + 1_000L * copy : row.group();
                copies.add(new ScoredRow(
                        row.label(),
                        row.item(),
                        row.truth(),
                        row.weight(),
                        row.score(),
                        row.champion(),
                        row.language(),
                        row.source(),
                        group));
            }
        }
        return copies;
    }

    @Test
    void aLabelThatTheChampionLacksIsComparedWithTheBaseRate() {
        var unknown = rows(100, 300, 0.3, 0).stream()
                .map(row -> new ScoredRow(
                        row.label(),
                        row.item(),
                        row.truth(),
                        row.weight(),
                        row.score(),
                        null,
                        row.language(),
                        row.source(),
                        row.group()))
                .toList();
        var compared = report(unknown).versusChampion(true);
        var figures = report(unknown).figures();

        assertThat(compared).isNotNull();
        assertThat(compared.baseRate()).isTrue();
        assertThat(compared.prAuc().value())
                .isCloseTo(figures.prAuc().value() - (double) compared.positives() / compared.n(), within(1e-9));
        assertThat(compared.rocAuc().value()).isCloseTo(figures.rocAuc().value() - 0.5, within(1e-9));
        assertThat(report(unknown).versusChampion(false)).isNull();
    }

    @Test
    void theSameRowsTellTwoModelsApartWhichSeparateIntervalsDoNot() {
        var better = report(rows(400, 400, 0.3, 0.3)).versusChampion(true);
        var equal = report(rows(400, 400, 0.3, 0)).versusChampion(true);

        assertThat(better).isNotNull();
        assertThat(better.rocAuc()).isNotNull();
        assertThat(better.rocAuc().low()).isPositive();
        assertThat(equal).isNotNull();
        assertThat(equal.rocAuc()).isNotNull();
        assertThat(equal.rocAuc().value()).isZero();
    }

    @Test
    void curvesEndWhereEverythingIsFound() {
        var curve = report(rows(400, 400, 0.3, 0)).curve();

        assertThat(curve.precisionRecall().getLast().recall()).isEqualTo(1);
        assertThat(curve.reliability()).allMatch(bin -> bin.score() >= bin.from() && bin.score() <= bin.to());
        assertThat(curve.reliability().stream().mapToLong(bin -> bin.n()).sum()).isEqualTo(400);
    }

    private static SliceReport report(List<ScoredRow> rows) {
        return new SliceReport(new SliceReport.Slice("spam", null, null, null), rows, 0.5, 1);
    }

    /// @param lift of positives' scores; 0 makes all rows negative
    /// @param champion how much noise the champion's scores have more
    private static List<ScoredRow> rows(int count, int groups, double lift, double champion) {
        var random = new Random(4);
        var rows = new ArrayList<ScoredRow>();
        for (int i = 0; i < count; i++) {
            int group = i % groups;
            boolean truth = lift > 0 && new Random(group).nextInt(3) == 0;
            double noise = groups == count ? random.nextDouble() : new Random(group + 99L).nextDouble();
            double score = Math.clamp(0.6 * noise + (truth ? lift : 0), 0, 1);
            double other = Math.clamp(score + champion * random.nextGaussian(), 0, 1);
            rows.add(new ScoredRow("spam", new UUID(1, i), truth, 1, score, other, "en", "forum", group));
        }
        return rows;
    }
}
