package dev.docket.client.labels.watching;

import dev.docket.client.common.chart.Estimate;
import dev.docket.client.common.chart.RowChart;
import dev.docket.client.common.chart.RowChart.Row;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.Reading;
import dev.docket.client.labels.part.State;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One question about the model and people, answered by shares with their intervals.
final class PanelPart extends VBox {
    private static final double VALUE = 52;

    private final Figures figures;
    private final RowChart chart = new RowChart(VALUE);
    private final Label instead = Boxes.wrapped("faint");

    PanelPart(String name, Reading<Insight> reading, Figures figures) {
        super(6);
        this.figures = figures;
        String key = "labels.watch." + name;
        chart.describe(figures.text(key));
        Boxes.folding(chart);
        Boxes.folding(instead);
        var caption = Boxes.wrapped("secondary");
        caption.getStyleClass().add("chart-caption");
        caption.textProperty().bind(chart.captionProperty());
        getChildren().setAll(Boxes.titled(figures.text(key), figures.text(key + ".about"), instead, chart, caption));
        reading.stateProperty().subscribe(this::show);
        reading.valueProperty().subscribe(this::show);
    }

    Node chart() {
        return chart;
    }

    private void show(State state) {
        chart.setVisible(state == State.READY);
        instead.setVisible(state != State.READY);
        instead.setText(
                switch (state) {
                    case READY -> "";
                    case LOADING -> figures.text("labels.state.loading");
                    case EMPTY -> figures.text("labels.watch.empty");
                    case OFFLINE -> figures.text("labels.state.offline.title");
                    case ERROR -> figures.text("labels.state.error.title");
                });
    }

    private void show(@Nullable Insight insight) {
        if (insight == null) {
            return;
        }
        double least = insight.figures().stream()
                .mapToDouble(figure -> figure.low() == null ? 0 : figure.low())
                .min()
                .orElse(0);
        Double target = insight.figures().stream()
                .map(Figure::target)
                .filter(wanted -> wanted != null)
                .findFirst()
                .orElse(null);
        chart.show(
                Math.min(0, Math.floor(least * 10) / 10),
                1,
                least < 0 ? Double.valueOf(0) : target,
                insight.figures().stream().map(this::row).toList());
    }

    private Row row(Figure figure) {
        String of = nameOf(figure);
        Double value = figure.value();
        if (value == null) {
            return Row.estimate(of, null, null, "–", false, figures.text("labels.watch.too-little", of));
        }
        var estimate = figure.low() == null || figure.high() == null
                ? Estimate.of(value)
                : new Estimate(value, figure.low(), figure.high());
        return Row.estimate(
                of,
                estimate,
                null,
                figures.percent(value),
                figure.missed(),
                figures.text(
                        "labels.watch.said",
                        of,
                        figures.percent(value),
                        figures.percent(estimate.low()),
                        figures.percent(estimate.high()),
                        figures.count(figure.of())));
    }

    /// As the floor names it, or by what the key stands for.
    private String nameOf(Figure figure) {
        if (figure.name() != null) {
            return figure.name();
        }
        var words = figures.words();
        if (words.knows("labels.watch.key", figure.key())) {
            return words.named("labels.watch.key", figure.key());
        }
        if (words.knows("item.label", figure.key())) {
            return words.label(figure.key());
        }
        return figure.key().matches("[a-z]{2,3}") ? words.language(figure.key()) : words.queue(figure.key());
    }
}
