package dev.docket.client.labels.evaluation;

import dev.docket.client.common.chart.Estimate;
import dev.docket.client.common.chart.RowChart;
import dev.docket.client.common.chart.RowChart.Row;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.dto.models.EvaluationSlice;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Slices one below the other: on the left how well each is told apart, on the right how much better or worse than the
/// champion on the same rows, with the interval of the difference.
final class ComparedRows extends VBox {
    private static final double VALUE = 112;
    private static final double LEAST_SPAN = 0.05;

    private final Figures figures;
    private final Function<EvaluationSlice, String> name;
    private final RowChart own = new RowChart(VALUE);
    private final RowChart difference = new RowChart(64);
    private final VBox right;

    ComparedRows(Figures figures, Function<EvaluationSlice, String> name, String title) {
        this.figures = figures;
        this.name = name;
        own.describe(title);
        difference.describe(figures.text("labels.difference"));
        right = Boxes.titled(figures.text("labels.difference"), "", difference);
        right.setVisible(false);
        getChildren()
                .setAll(Boxes.columns(
                        32, List.of(56.0, 44.0), List.of(Boxes.titled(figures.text("labels.pr-auc"), "", own), right)));
    }

    RowChart first() {
        return own;
    }

    void onChosen(IntConsumer chosen) {
        own.onChosen(chosen);
        difference.onChosen(chosen);
    }

    void choose(int index) {
        own.choose(index);
        difference.choose(index);
    }

    /// @param champion the champion's figures of the same slice; null where they are not known
    void show(List<Slice> slices, Function<Slice, @Nullable EvaluationSlice> champion) {
        own.show(
                0,
                1,
                null,
                slices.stream().map(slice -> row(slice, champion.apply(slice))).toList());
        difference.tall(slices.stream().anyMatch(slice -> champion.apply(slice) != null));
        boolean compared = slices.stream().anyMatch(slice -> differenceOf(slice) != null);
        right.setVisible(compared);
        double span = Math.max(
                LEAST_SPAN,
                slices.stream()
                        .map(ComparedRows::differenceOf)
                        .filter(estimate -> estimate != null)
                        .mapToDouble(estimate -> Math.max(Math.abs(estimate.low()), Math.abs(estimate.high())))
                        .max()
                        .orElse(0));
        difference.show(
                -span, span, 0.0, slices.stream().map(this::differenceRow).toList());
    }

    private Row row(Slice slice, @Nullable EvaluationSlice champion) {
        var of = slice.figures();
        var mine = estimate(of.prAuc());
        String said = mine == null
                ? figures.text("labels.slice.unknown", name.apply(of), figures.count(of.n()))
                : figures.text(
                        "labels.slice.said",
                        name.apply(of),
                        figures.figure(mine.value()),
                        figures.figure(mine.low()),
                        figures.figure(mine.high()),
                        figures.count(of.n()),
                        figures.count(of.positives()));
        return Row.estimate(
                name.apply(of),
                mine,
                champion == null ? null : estimate(champion.prAuc()),
                mine == null
                        ? figures.text("labels.slice.rows", "–", figures.count(of.n()))
                        : figures.text("labels.slice.rows", figures.figure(mine.value()), figures.count(of.n())),
                false,
                said);
    }

    private Row differenceRow(Slice slice) {
        var estimate = differenceOf(slice);
        String of = name.apply(slice.figures());
        if (estimate == null) {
            return Row.estimate("", null, null, "–", false, figures.text("labels.difference.unknown", of));
        }
        return Row.estimate(
                "",
                estimate,
                null,
                figures.difference(estimate.value()),
                estimate.high() < 0,
                figures.text(
                        "labels.difference.said",
                        of,
                        figures.difference(estimate.value()),
                        figures.difference(estimate.low()),
                        figures.difference(estimate.high())));
    }

    private static @Nullable Estimate differenceOf(Slice slice) {
        return slice.comparison() == null ? null : estimate(slice.comparison().prAuc());
    }

    static @Nullable Estimate estimate(dev.docket.dto.quality.@Nullable Estimate of) {
        return of == null ? null : new Estimate(of.value(), of.low(), of.high());
    }
}
