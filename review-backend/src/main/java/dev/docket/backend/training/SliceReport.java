package dev.docket.backend.training;

import dev.docket.backend.platform.Wilson;
import dev.docket.dto.models.EvaluationSlice;
import dev.docket.dto.models.LabelCurve;
import dev.docket.dto.models.LabelCurve.PrecisionRecall;
import dev.docket.dto.models.LabelCurve.ReliabilityBin;
import dev.docket.dto.models.SliceComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The figures of one label on some rows.
final class SliceReport {
    private static final int BINS = 10;
    private static final int MOST_POINTS = 100;

    private final Slice slice;
    private final List<ScoredRow> rows;
    private final double threshold;
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
        metrics = metrics(rows.stream().mapToDouble(ScoredRow::score).toArray());
        resamples = new Resamples(rows.stream().mapToLong(ScoredRow::group).toArray(), seed);
    }

    private Metrics metrics(double[] scores) {
        boolean[] truths = new boolean[rows.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = rows.get(i).truth();
        }
        return new Metrics(scores, truths, threshold);
    }

    EvaluationSlice figures() {
        var whole = metrics.whole();
        var draws = resamples.of(metrics);
        var confusion = metrics.confusion();
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
                Wilson.of(confusion.tp(), confusion.tp() + confusion.fp()),
                Wilson.of(confusion.tp(), confusion.tp() + confusion.fn()),
                rows.isEmpty() ? null : whole.ece(),
                threshold,
                List.of(List.of(confusion.tn(), confusion.fp()), List.of(confusion.fn(), confusion.tp())));
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
        double rate = (double) positives() / rows.size();
        return versus(
                metrics(rows.stream()
                        .mapToDouble(row -> Objects.requireNonNullElse(row.champion(), rate))
                        .toArray()),
                scored == 0);
    }

    private SliceComparison versus(Metrics champion, boolean baseRate) {
        var whole = new Resamples.Paired(metrics.whole(), champion.whole());
        var mine = resamples.of(metrics);
        var its = resamples.of(champion);
        var draws = new Resamples.Paired[mine.length];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = new Resamples.Paired(mine[i], its[i]);
        }
        return new SliceComparison(
                slice.label(),
                slice.language(),
                slice.source(),
                rows.size(),
                positives(),
                Resamples.difference(whole, draws, Metrics.Values::rocAuc),
                Resamples.difference(whole, draws, Metrics.Values::prAuc),
                Resamples.difference(whole, draws, Metrics.Values::f1),
                whole.difference(Metrics.Values::ece),
                baseRate);
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
                double score =
                        inside.stream().mapToDouble(ScoredRow::score).average().orElse(0);
                double share = (double) inside.stream().filter(ScoredRow::truth).count() / inside.size();
                bins.add(new ReliabilityBin((double) bin / BINS, (bin + 1.0) / BINS, inside.size(), score, share));
            }
        }
        return bins;
    }

    private List<PrecisionRecall> precisionRecall() {
        var points = new ArrayList<PrecisionRecall>();
        long all = positives();
        long found = 0;
        int[] order = metrics.descending();
        int between = Math.max(1, order.length / MOST_POINTS);
        for (int i = 0; all > 0 && i < order.length; i++) {
            var row = rows.get(order[i]);
            found += row.truth() ? 1 : 0;
            boolean ends = i == order.length - 1 || rows.get(order[i + 1]).score() != row.score();
            if (ends && (i % between == 0 || i == order.length - 1)) {
                points.add(new PrecisionRecall(row.score(), found / (i + 1.0), (double) found / all));
            }
        }
        return points;
    }
}
