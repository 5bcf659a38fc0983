package dev.docket.client.labels.sets;

import dev.docket.client.common.chart.RowChart;
import dev.docket.client.common.chart.RowChart.Row;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.dto.labels.LabelBalance;
import dev.docket.dto.labels.LabelSetFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;

/// What a label set consists of: how often each label was found, and rows by language, source and kind of decision.
final class Balance extends VBox {
    private static final double VALUE = 108;
    private static final int MOST = 8;

    private final Figures figures;
    private final RowChart labels = new RowChart(VALUE);
    private final RowChart languages = new RowChart(VALUE);
    private final RowChart sources = new RowChart(VALUE);
    private final RowChart kinds = new RowChart(VALUE);

    Balance(Figures figures) {
        super(20);
        this.figures = figures;
        getChildren()
                .setAll(
                        Boxes.titled(
                                figures.text("labels.balance.labels"),
                                figures.text("labels.balance.labels.about"),
                                labels),
                        Boxes.titled(figures.text("labels.balance.languages"), "", languages),
                        Boxes.titled(figures.text("labels.balance.sources"), "", sources),
                        Boxes.titled(figures.text("labels.balance.kinds"), "", kinds));
        labels.describe(figures.text("labels.balance.labels"));
        languages.describe(figures.text("labels.balance.languages"));
        sources.describe(figures.text("labels.balance.sources"));
        kinds.describe(figures.text("labels.balance.kinds"));
    }

    RowChart first() {
        return labels;
    }

    void show(LabelSetFigures of) {
        labels.show(
                0,
                1,
                null,
                of.labels().entrySet().stream()
                        .sorted(Entry.comparingByKey())
                        .map(entry -> label(entry.getKey(), entry.getValue()))
                        .toList());
        var words = figures.words();
        show(languages, of.rows(), of.languages(), words::language);
        show(sources, of.rows(), of.sources(), key -> key);
        show(kinds, of.rows(), of.labelSources(), key -> words.named("labels.source", key));
    }

    private Row label(String key, LabelBalance balance) {
        long known = balance.positives() + balance.negatives();
        double share = known == 0 ? 0 : (double) balance.positives() / known;
        String name = figures.words().label(key);
        return Row.bar(
                name,
                share,
                figures.text("labels.balance.value", figures.count(balance.positives()), figures.count(known)),
                false,
                figures.text(
                        "labels.balance.said",
                        name,
                        figures.count(balance.positives()),
                        figures.count(balance.negatives()),
                        figures.percent(share)));
    }

    private void show(RowChart chart, long rows, Map<String, Long> counts, UnaryOperator<String> name) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<Row> drawn = counts.entrySet().stream()
                .sorted(Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Entry.comparingByKey()))
                .limit(MOST)
                .map(entry -> Row.bar(
                        name.apply(entry.getKey()),
                        (double) entry.getValue(),
                        figures.count(entry.getValue()),
                        false,
                        figures.text(
                                "labels.balance.rows",
                                name.apply(entry.getKey()),
                                figures.count(entry.getValue()),
                                figures.percent(rows == 0 ? 0 : (double) entry.getValue() / rows))))
                .toList();
        chart.show(0, most, null, drawn);
    }
}
