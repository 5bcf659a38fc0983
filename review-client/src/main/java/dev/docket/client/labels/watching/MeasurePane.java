package dev.docket.client.labels.watching;

import dev.docket.client.common.chart.DistributionChart;
import dev.docket.client.common.chart.Legend;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Facts;
import dev.docket.client.labels.part.Figures;
import dev.docket.dto.models.DriftView.Bin;
import dev.docket.dto.models.DriftView.Measure;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// One thing that was compared with how it was: how far it drifted, and how it is spread now and was then.
final class MeasurePane extends VBox {
    private static final double TALL = 190;
    private static final int NAMED = 6;

    private final Figures figures;
    private final Label title = Boxes.heading("");
    private final Facts facts = new Facts();
    private final DistributionChart chart = new DistributionChart();

    MeasurePane(Figures figures) {
        super(10);
        this.figures = figures;
        var legend = new Legend();
        legend.show(figures.text("labels.drift.now"), figures.text("labels.drift.then"));
        chart.setPrefHeight(TALL);
        var caption = Boxes.wrapped("secondary");
        caption.getStyleClass().add("chart-caption");
        caption.textProperty().bind(chart.captionProperty());
        getChildren().setAll(title, facts, legend, chart, caption);
    }

    Node chart() {
        return chart;
    }

    void show(Measure measure, double alertAbove) {
        title.setText(name(figures, measure));
        facts.clear();
        facts.add(
                figures.text("labels.drift.psi"),
                figures.text(
                        measure.alert() ? "labels.drift.psi.alert" : "labels.drift.psi.value",
                        figures.figure(measure.psi()),
                        figures.shortFigure(alertAbove)));
        if (measure.ks() != null) {
            facts.add(
                    figures.text("labels.drift.ks"),
                    measure.ksP() == null
                            ? figures.figure(measure.ks())
                            : figures.text(
                                    "labels.drift.ks.value",
                                    figures.figure(measure.ks()),
                                    figures.figure(measure.ksP())));
        }
        facts.add(
                figures.text("labels.drift.of"),
                figures.text(
                        "labels.drift.of.value", figures.count(measure.current()), figures.count(measure.reference())));
        double most = measure.bins().stream()
                .mapToDouble(bin -> Math.max(bin.reference(), bin.current()))
                .max()
                .orElse(1);
        chart.describe(figures.text("labels.drift.chart", name(figures, measure)));
        chart.show(figures.sharesUpTo(most), bins(measure.bins()));
    }

    private List<DistributionChart.Bin> bins(List<Bin> all) {
        var drawn = new ArrayList<DistributionChart.Bin>();
        int every = Math.max(1, Math.ceilDiv(all.size(), NAMED));
        for (int index = 0; index < all.size(); index++) {
            var bin = all.get(index);
            String name = nameOf(all, index);
            drawn.add(new DistributionChart.Bin(
                    index % every == 0 ? shortNameOf(bin) : "",
                    bin.reference(),
                    bin.current(),
                    figures.text(
                            "labels.drift.bin",
                            name,
                            figures.percent(bin.current()),
                            figures.percent(bin.reference()))));
        }
        return drawn;
    }

    private String shortNameOf(Bin bin) {
        if (bin.key() != null) {
            return bin.key();
        }
        return bin.upTo() == null ? "…" : figures.shortFigure(bin.upTo());
    }

    private String nameOf(List<Bin> all, int index) {
        var bin = all.get(index);
        if (bin.key() != null) {
            return bin.key();
        }
        var before = index == 0 ? null : all.get(index - 1).upTo();
        String to = bin.upTo() == null ? "" : figures.shortFigure(bin.upTo());
        if (before == null) {
            return figures.text("labels.drift.up-to", to);
        }
        return bin.upTo() == null
                ? figures.text("labels.drift.above", figures.shortFigure(before))
                : figures.text("labels.drift.between", figures.shortFigure(before), to);
    }

    static String name(Figures figures, Measure measure) {
        String about = measure.kind().equals("INPUT")
                ? figures.words().named("labels.drift.input", measure.about())
                : figures.words().label(measure.about());
        String kind = figures.words().named("labels.drift.kind", measure.kind());
        String all = kind + ": " + about;
        return measure.language() == null ? all : all + ", " + figures.words().language(measure.language());
    }
}
