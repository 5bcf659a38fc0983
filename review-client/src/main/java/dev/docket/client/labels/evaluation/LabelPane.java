package dev.docket.client.labels.evaluation;

import dev.docket.client.common.chart.ConfusionGrid;
import dev.docket.client.common.chart.ConfusionGrid.Cell;
import dev.docket.client.common.chart.Curve;
import dev.docket.client.common.chart.Curve.Point;
import dev.docket.client.common.chart.CurveChart;
import dev.docket.client.common.chart.RowChart;
import dev.docket.client.common.chart.RowChart.Row;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.dto.models.EvaluationSlice;
import dev.docket.dto.models.EvaluationView;
import dev.docket.dto.models.LabelCurve;
import dev.docket.dto.models.LabelCurve.PrecisionRecall;
import dev.docket.dto.models.LabelCurve.ReliabilityBin;
import dev.docket.dto.quality.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One label looked at closely: whether its scores mean what they say, what each threshold would give, and what the
/// threshold in force makes of the rows.
final class LabelPane extends VBox {
    private static final double CHART = 220;
    private static final double VALUE = 44;

    private final Figures figures;
    private final CurveChart reliability = new CurveChart();
    private final CurveChart precisionRecall = new CurveChart();
    private final ConfusionGrid confusion;
    private final RowChart at = new RowChart(VALUE);
    private final Label threshold = Boxes.wrapped("secondary");
    private final Label weighted = Boxes.wrapped("secondary");
    private final Label first = caption();
    private final Label second = caption();

    LabelPane(Figures figures) {
        this.figures = figures;
        reliability.setPrefHeight(CHART);
        precisionRecall.setPrefHeight(CHART);
        first.textProperty().bind(reliability.captionProperty());
        second.textProperty().bind(precisionRecall.captionProperty());
        confusion = new ConfusionGrid(
                "",
                List.of(figures.text("labels.confusion.model.no"), figures.text("labels.confusion.model.yes")),
                List.of(figures.text("labels.confusion.people.no"), figures.text("labels.confusion.people.yes")));
        at.describe(figures.text("labels.confusion"));
        getChildren()
                .setAll(Boxes.columns(
                        28,
                        List.of(34.0, 34.0, 32.0),
                        List.of(
                                Boxes.titled(
                                        figures.text("labels.reliability"),
                                        figures.text("labels.reliability.about"),
                                        reliability,
                                        first),
                                Boxes.titled(
                                        figures.text("labels.precision-recall"),
                                        figures.text("labels.precision-recall.about"),
                                        precisionRecall,
                                        second),
                                Boxes.titled(
                                        figures.text("labels.confusion"), "", threshold, confusion, at, weighted))));
    }

    private static Label caption() {
        var label = new Label();
        label.getStyleClass().addAll("secondary", "chart-caption");
        label.setWrapText(true);
        return label;
    }

    List<Node> charts() {
        return List.of(reliability, precisionRecall, at);
    }

    /// @param beside the champion's figures on the same rows; null where there are none
    void show(EvaluationView now, @Nullable EvaluationView beside, String label) {
        var curve = curveOf(now, label);
        var other = Optional.ofNullable(beside).flatMap(view -> curveOf(view, label));
        var whole = now.slices().stream()
                .filter(slice -> slice.label().equals(label) && new Slice(slice, null).isWhole())
                .findFirst();
        showReliability(curve, other, whole.map(EvaluationSlice::ece).orElse(null));
        showPrecisionRecall(curve, other, whole);
        whole.ifPresent(this::showConfusion);
    }

    private static Optional<LabelCurve> curveOf(EvaluationView view, String label) {
        return view.curves().stream()
                .filter(curve -> curve.label().equals(label))
                .findFirst();
    }

    private void showReliability(Optional<LabelCurve> curve, Optional<LabelCurve> other, @Nullable Double ece) {
        reliability.describe(figures.text("labels.reliability.said", figures.figureOr(ece)));
        reliability.show(
                figures.shares(figures.text("labels.axis.score")),
                figures.shares(figures.text("labels.axis.found", figures.figureOr(ece))),
                new Curve(
                        curve.map(LabelCurve::reliability).orElse(List.of()).stream()
                                .map(this::point)
                                .toList(),
                        true),
                other.map(one -> new Curve(
                                one.reliability().stream().map(this::point).toList(), false))
                        .orElse(null),
                null,
                true);
    }

    private Point point(ReliabilityBin bin) {
        var share = Wilson.of(bin.share(), bin.effectiveRows() == null ? bin.n() : bin.effectiveRows());
        return new Point(
                bin.score(),
                bin.share(),
                share.low(),
                share.high(),
                figures.text(
                        "labels.reliability.point",
                        figures.shortFigure(bin.score()),
                        figures.percent(bin.share()),
                        figures.percent(share.low()),
                        figures.percent(share.high()),
                        figures.count(bin.n())));
    }

    private void showPrecisionRecall(
            Optional<LabelCurve> curve, Optional<LabelCurve> other, Optional<EvaluationSlice> whole) {
        precisionRecall.describe(figures.text("labels.precision-recall"));
        precisionRecall.show(
                figures.shares(figures.text("labels.axis.recall")),
                figures.shares(figures.text("labels.axis.precision")),
                line(curve),
                other.isPresent() ? line(other) : null,
                whole.map(EvaluationSlice::recall).map(Estimate::value).orElse(null),
                false);
    }

    private Curve line(Optional<LabelCurve> curve) {
        return new Curve(
                curve.map(LabelCurve::precisionRecall).orElse(List.of()).stream()
                        .sorted(Comparator.comparingDouble(PrecisionRecall::recall))
                        .map(point -> new Point(
                                point.recall(),
                                point.precision(),
                                null,
                                null,
                                figures.text(
                                        "labels.precision-recall.point",
                                        figures.shortFigure(point.threshold()),
                                        figures.percent(point.precision()),
                                        figures.percent(point.recall()))))
                        .toList(),
                false);
    }

    private void showConfusion(EvaluationSlice slice) {
        threshold.setText(figures.text("labels.confusion.about", figures.shortFigure(slice.threshold())));
        var cells = slice.confusion();
        long negatives = sum(cells.get(0));
        long positives = sum(cells.get(1));
        confusion.show(List.of(
                cell(cells.get(0).get(0), negatives),
                cell(cells.get(0).get(1), negatives),
                cell(cells.get(1).get(0), positives),
                cell(cells.get(1).get(1), positives)));
        at.show(
                0,
                1,
                null,
                List.of(
                        row("labels.axis.precision", slice.precision()),
                        row("labels.axis.recall", slice.recall()),
                        row("labels.axis.f1", slice.f1())));
        showUnweighted(slice);
    }

    /// The figures of the rows as they stand, where these are not the same.
    private void showUnweighted(EvaluationSlice slice) {
        var plain = slice.unweighted();
        weighted.setVisible(plain != null);
        weighted.setManaged(plain != null);
        if (plain != null && slice.effectiveRows() != null) {
            weighted.setText(figures.text(
                    "labels.evaluation.weighted",
                    figures.count(Math.round(slice.effectiveRows())),
                    valueOf(plain.prAuc()),
                    valueOf(plain.precision()),
                    valueOf(plain.recall()),
                    valueOf(plain.f1())));
        }
    }

    private String valueOf(@Nullable Estimate estimate) {
        return figures.figureOr(estimate == null ? null : estimate.value());
    }

    private static long sum(List<Long> row) {
        return row.stream().mapToLong(Long::longValue).sum();
    }

    private Cell cell(long count, long of) {
        return new Cell(figures.count(count), of == 0 ? "–" : figures.percent((double) count / of));
    }

    private Row row(String key, @Nullable Estimate estimate) {
        String name = figures.text(key);
        return Row.estimate(
                name,
                ComparedRows.estimate(estimate),
                null,
                estimate == null ? "–" : figures.shortFigure(estimate.value()),
                false,
                estimate == null
                        ? name
                        : figures.text(
                                "labels.estimate",
                                name,
                                figures.figure(estimate.value()),
                                figures.figure(estimate.low()),
                                figures.figure(estimate.high())));
    }
}
