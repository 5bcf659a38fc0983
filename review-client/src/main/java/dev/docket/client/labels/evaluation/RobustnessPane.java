package dev.docket.client.labels.evaluation;

import dev.docket.client.common.chart.RowChart;
import dev.docket.client.common.chart.RowChart.Row;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.dto.models.EvaluationView;
import dev.docket.dto.models.Evasion;
import dev.docket.dto.models.IdentitySwap;
import dev.docket.dto.models.IdentitySwap.TermScore;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a model makes of one label when a sentence names another group, and when a text is written in disguise.
final class RobustnessPane extends VBox {
    private static final double VALUE = 64;
    private static final int MOST_TERMS = 12;

    private final Figures figures;
    private final Label spread = Boxes.wrapped("secondary");
    private final RowChart terms = new RowChart(VALUE);
    private final Label none = Boxes.wrapped("faint");
    private final RowChart disguises = new RowChart(VALUE);

    RobustnessPane(Figures figures) {
        this.figures = figures;
        terms.describe(figures.text("labels.swap"));
        disguises.describe(figures.text("labels.evasion"));
        Boxes.folding(none);
        none.setText(figures.text("labels.evasion.none"));
        getChildren()
                .setAll(Boxes.halves(
                        32,
                        Boxes.titled(figures.text("labels.swap"), figures.text("labels.swap.about"), spread, terms),
                        Boxes.titled(
                                figures.text("labels.evasion"),
                                figures.text("labels.evasion.about"),
                                none,
                                disguises)));
    }

    List<Node> charts() {
        return List.of(terms, disguises);
    }

    void show(EvaluationView now, String label) {
        var swap = now.identitySwap().stream()
                .filter(one -> one.label().equals(label))
                .findFirst();
        spread.setText(swap.map(this::said).orElseGet(() -> figures.text("labels.swap.none")));
        terms.show(
                0,
                1,
                null,
                swap.map(IdentitySwap::terms).orElse(List.of()).stream()
                        .limit(MOST_TERMS)
                        .map(this::term)
                        .toList());
        var kept = now.evasion().stream()
                .filter(one -> one.label().equals(label))
                .map(this::disguise)
                .toList();
        none.setVisible(kept.isEmpty());
        disguises.show(0, 1, null, kept);
    }

    private String said(IdentitySwap swap) {
        return figures.text(
                "labels.swap.spread",
                figures.figure(swap.spread()),
                figures.figure(swap.worst()),
                figures.count(swap.sentences()));
    }

    private Row term(TermScore term) {
        return Row.bar(
                term.term(),
                term.score(),
                figures.figure(term.score()),
                false,
                figures.text("labels.swap.term", term.term(), figures.figure(term.score())));
    }

    private Row disguise(Evasion evasion) {
        String name = figures.words().named("labels.disguise", evasion.disguise());
        var kept = evasion.kept();
        return Row.estimate(
                name,
                ComparedRows.estimate(kept),
                null,
                figures.percent(kept.value()),
                false,
                figures.text(
                        "labels.evasion.said",
                        name,
                        figures.percent(kept.value()),
                        figures.percent(kept.low()),
                        figures.percent(kept.high()),
                        figures.count(evasion.n())));
    }
}
