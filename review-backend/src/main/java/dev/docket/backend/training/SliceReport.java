package dev.docket.backend.training;

import dev.docket.backend.platform.Wilson;
import dev.docket.dto.models.EvaluationSlice;
import dev.docket.dto.models.LabelCurve;
import dev.docket.dto.models.LabelCurve.PrecisionRecall;
import dev.docket.dto.models.LabelCurve.ReliabilityBin;
import dev.docket.dto.models.SliceComparison;
import dev.docket.dto.quality.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The figures of one label on some rows.
final class SliceReport {
    private static final int BINS = 10;
    private static final int MOST_POINTS = 100;

    private final Slice slice;
    private final List<ScoredRow> rows;
    private final double threshold;
    private final boolean isWeighted;
    private final Metrics metrics;
    private final Resamples resamples;

    /// Which rows these are; null for all of a kind.
    record Slice(
            String label,
            @Nullable String language,
            @Nullable String source,
            @Nullable String kind) {}

    SliceReport(Slice slice, List<ScoredRow> rows, double threshold, long seed) {
        this.slice = slice;
        this.rows = rows;
        this.threshold = threshold;
        isWeighted = rows.stream().mapToDouble(ScoredRow::weight).distinct().count() > 1;
        metrics = metrics(own(), true);
        resamples = new Resamples(rows.stream().mapToLong(ScoredRow::group).toArray(), seed);
    }

    private Metrics metrics(double[] scores, boolean weighted) {
        boolean[] truths = new boolean[rows.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = rows.get(i).truth();
        }
        return weighted
                ? new Metrics(
                        scores,
                        truths,
                        rows.stream().mapToDouble(ScoredRow::weight).toArray(),
                        threshold)
                : new Metrics(scores, truths, threshold);
    }

    private double[] own() {
        return rows.stream().mapToDouble(ScoredRow::score).toArray();
    }

    /// The champion's scores; the share of positives for rows that it has none of.
    private double[] champions(boolean weighted) {
        double all = 0;
        double found = 0;
        for (var row : rows) {
            double weight = weighted ? row.weight() : 1;
            all += weight;
            found += row.truth() ? weight : 0;
        }
        double rate = found / all;
        return rows.stream()
                .mapToDouble(row -> Objects.requireNonNullElse(row.champion(), rate))
                .toArray();
    }

    EvaluationSlice figures() {
        var whole = metrics.whole();
        var draws = resamples.of(metrics);
        var confusion = metrics.confusion();
        var worth = metrics.worth();
        return new EvaluationSlice(
                slice.label(),
                slice.language(),
                slice.source(),
                slice.kind(),
                rows.size(),
                positives(),
                Resamples.estimate(whole, draws, Metrics.Values::rocAuc),
                Resamples.estimate(whole, draws, Metrics.Values::prAuc),
                Resamples.estimate(whole, draws, Metrics.Values::f1),
                weighted(whole.precision(), worth.found()),
                weighted(whole.recall(), worth.positive()),
                rows.isEmpty() ? null : whole.ece(),
                threshold,
                List.of(List.of(confusion.tn(), confusion.fp()), List.of(confusion.fn(), confusion.tp())),
                worth.all(),
                isWeighted ? unweighted(confusion) : null);
    }

    private EvaluationSlice.Unweighted unweighted(Metrics.Confusion confusion) {
        var plain = metrics(own(), false);
        var whole = plain.whole();
        var draws = resamples.of(plain);
        return new EvaluationSlice.Unweighted(
                Resamples.estimate(whole, draws, Metrics.Values::rocAuc),
                Resamples.estimate(whole, draws, Metrics.Values::prAuc),
                Resamples.estimate(whole, draws, Metrics.Values::f1),
                Wilson.of(confusion.tp(), confusion.tp() + confusion.fp()),
                Wilson.of(confusion.tp(), confusion.tp() + confusion.fn()),
                whole.ece());
    }

    /// @param worth in equal rows; 0 for a share of nothing
    private static @Nullable Estimate weighted(double share, double worth) {
        return worth == 0 ? null : Wilson.ofShare(share, worth);
    }

    private long positives() {
        return rows.stream().filter(ScoredRow::truth).count();
    }

    /// A champion that has not got the label is stood in for by the base rate: the same score for every row. Its PR-AUC
    /// is the share of positives, in each draw anew.
    ///
    /// @param champion whether there is one
    /// @return null where there is none, or it scored only some of the rows
    @Nullable SliceComparison versusChampion(boolean champion) {
        long scored = rows.stream().filter(row -> row.champion() != null).count();
        if (!champion || rows.isEmpty() || (scored > 0 && scored < rows.size())) {
            return null;
        }
        return versus(scored == 0);
    }

    private SliceComparison versus(boolean baseRate) {
        var both = compared(true);
        return new SliceComparison(
                slice.label(),
                slice.language(),
                slice.source(),
                rows.size(),
                positives(),
                both.of(Metrics.Values::rocAuc),
                both.of(Metrics.Values::prAuc),
                both.of(Metrics.Values::f1),
                both.whole().difference(Metrics.Values::ece),
                baseRate,
                isWeighted ? unweighted() : null);
    }

    private SliceComparison.Unweighted unweighted() {
        var both = compared(false);
        return new SliceComparison.Unweighted(
                both.of(Metrics.Values::rocAuc),
                both.of(Metrics.Values::prAuc),
                both.of(Metrics.Values::f1),
                both.whole().difference(Metrics.Values::ece));
    }

    /// Both models on the same draws.
    private Compared compared(boolean weighted) {
        var model = metrics(own(), weighted);
        var champion = metrics(champions(weighted), weighted);
        var mine = resamples.of(model);
        var its = resamples.of(champion);
        var draws = new Resamples.Paired[mine.length];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = new Resamples.Paired(mine[i], its[i]);
        }
        return new Compared(new Resamples.Paired(model.whole(), champion.whole()), draws);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Compared(Resamples.Paired whole, Resamples.Paired[] draws) {
        @Nullable Estimate of(ToDoubleFunction<Metrics.Values> figure) {
            return Resamples.difference(whole, draws, figure);
        }
    }

    /// Comparisons are by label, language and source; kinds of text are looked at, not gated on.
    boolean isComparable() {
        return slice.kind() == null;
    }

    LabelCurve curve() {
        return new LabelCurve(slice.label(), reliability(), precisionRecall());
    }

    private List<ReliabilityBin> reliability() {
        var bins = new ArrayList<ReliabilityBin>();
        for (int bin = 0; bin < BINS; bin++) {
            int number = bin;
            var inside = rows.stream()
                    .filter(row -> Math.min(BINS - 1, (int) (row.score() * BINS)) == number)
                    .toList();
            if (!inside.isEmpty()) {
                bins.add(bin(bin, inside));
            }
        }
        return bins;
    }

    private static ReliabilityBin bin(int bin, List<ScoredRow> inside) {
        double all = 0;
        double squares = 0;
        double scores = 0;
        double found = 0;
        for (var row : inside) {
            all += row.weight();
            squares += row.weight() * row.weight();
            scores += row.weight() * row.score();
            found += row.truth() ? row.weight() : 0;
        }
        return new ReliabilityBin(
                (double) bin / BINS, (bin + 1.0) / BINS, inside.size(), scores / all, found / all, all * all / squares);
    }

    private List<PrecisionRecall> precisionRecall() {
        var points = new ArrayList<PrecisionRecall>();
        double all = rows.stream()
                .filter(ScoredRow::truth)
                .mapToDouble(ScoredRow::weight)
                .sum();
        double seen = 0;
        double found = 0;
        int[] order = metrics.descending();
        int between = Math.max(1, order.length / MOST_POINTS);
        for (int i = 0; all > 0 && i < order.length; i++) {
            var row = rows.get(order[i]);
            seen += row.weight();
            found += row.truth() ? row.weight() : 0;
            boolean ends = i == order.length - 1 || rows.get(order[i + 1]).score() != row.score();
            if (ends && (i % between == 0 || i == order.length - 1)) {
                points.add(new PrecisionRecall(row.score(), found / seen, found / all));
            }
        }
        return points;
    }
}
