package dev.docket.client.labels.sets;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.MarkdownText;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Facts;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.GateLine;
import dev.docket.client.labels.part.GateLine.Light;
import dev.docket.client.labels.part.JobBar;
import dev.docket.client.labels.part.State;
import dev.docket.dto.labels.GateState;
import dev.docket.dto.labels.LabelSetGate;
import dev.docket.dto.labels.LabelSetGates;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The label set at hand: how it stands, its gates, what it consists of, its card, and its way to a file.
final class SetPane extends VBox {
    private static final int SHORT_DIGEST = 16;

    private final Sets model;
    private final Figures figures;
    private final Label title = Boxes.wrapped("title");
    private final Facts facts = new Facts();
    private final JobBar building;
    private final Label failure = Boxes.wrapped("fault-line");
    private final ExportBar export;
    private final VBox gates = new VBox();
    private final Label waived = Boxes.wrapped("secondary");
    private final TextField reason = new TextField();
    private final HBox waiving;
    private final Balance balance;
    private final MarkdownText card = new MarkdownText();
    private final VBox cardPart;
    private final GridPane columns;

    SetPane(Sets model, Figures figures, Shortcuts shortcuts, Runnable write) {
        super(20);
        this.model = model;
        this.figures = figures;
        getStyleClass().add("part-page");
        building = new JobBar(figures, shortcuts.display(Shortcut.CANCEL_JOB), model::cancel);
        Boxes.folding(failure);
        export = Boxes.folding(new ExportBar(model, figures, shortcuts, write));
        balance = new Balance(figures);
        reason.setPromptText(figures.text("labels.waive.reason"));
        reason.setAccessibleText(figures.text("labels.waive.reason"));
        reason.setOnAction(event -> model.waive(reason.getText()));
        var waive = new KeyButton(figures.text("labels.waive"), "Enter");
        waive.setMinWidth(USE_PREF_SIZE);
        waive.setOnAction(event -> model.waive(reason.getText()));
        waiving = Boxes.folding(new HBox(8, reason, waive));
        HBox.setHgrow(reason, Priority.ALWAYS);
        Boxes.folding(waived);
        var left =
                Boxes.titled(figures.text("labels.gates"), figures.text("labels.gates.about"), gates, waived, waiving);
        columns = Boxes.folding(Boxes.halves(40, left, balance));
        cardPart = Boxes.folding(Boxes.titled(figures.text("labels.card"), figures.text("labels.card.about"), card));
        cardPart.getStyleClass().add("card-part");
        getChildren().setAll(new VBox(8, title, facts), building, failure, export, columns, cardPart);
        model.selectedProperty().subscribe(this::show);
        model.jobs().allProperty().subscribe(all -> showBuilding());
        model.gates().valueProperty().subscribe(this::showGates);
        model.card().valueProperty().subscribe(text -> showCard());
        model.facts().valueProperty().subscribe(facts -> showCard());
        model.card().stateProperty().subscribe(state -> cardPart.setVisible(state == State.READY));
    }

    /// Where the reason for going on in spite of gates is written.
    TextField reason() {
        return reason;
    }

    Node chart() {
        return balance.first();
    }

    private void show(@Nullable LabelSetView set) {
        setVisible(set != null);
        if (set == null) {
            return;
        }
        title.setText(set.name());
        facts.clear();
        facts.add(figures.text("labels.fact.state"), SetCell.standing(figures, set));
        facts.add(figures.text("labels.fact.rows"), rows(set));
        String by = set.by() == null ? figures.text("labels.nobody") : set.by();
        facts.add(
                figures.text("labels.fact.made"),
                figures.text("labels.fact.made.value", figures.words().dateTime(set.createdAt()), by));
        facts.addMono(figures.text("labels.fact.version"), set.version());
        if (set.sha256() != null) {
            facts.addMono(
                    figures.text("labels.fact.sha256"),
                    set.sha256()
                                    .substring(
                                            0,
                                            Math.min(SHORT_DIGEST, set.sha256().length())) + "…");
        }
        boolean ready = set.state() == LabelSetState.READY;
        failure.setVisible(set.failure() != null);
        failure.setText(set.failure() == null ? "" : figures.said(set.failureSaid(), set.failure()));
        export.setVisible(ready);
        columns.setVisible(ready);
        if (set.figures() != null) {
            balance.show(set.figures());
        }
        showBuilding();
    }

    /// In the desk's language; as the floor wrote it where it gives no facts.
    private void showCard() {
        var facts = model.facts().get();
        var english = model.card().get();
        card.show(facts != null ? CardText.of(facts, figures) : english == null ? "" : english);
    }

    private String rows(LabelSetView set) {
        String splits = set.splitRows().entrySet().stream()
                .sorted(java.util.Map.Entry.<String, Long>comparingByValue().reversed())
                .map(split ->
                        figures.words().named("labels.split", split.getKey()) + " " + figures.count(split.getValue()))
                .collect(Collectors.joining("  ·  "));
        return figures.count(set.rows()) + (splits.isEmpty() ? "" : "  ·  " + splits);
    }

    private void showBuilding() {
        var set = model.selectedProperty().get();
        building.show(
                set == null ? "" : figures.text("labels.set.building", set.name()),
                model.job().orElse(null));
    }

    private void showGates(@Nullable LabelSetGates now) {
        gates.getChildren().clear();
        waiving.setVisible(model.isWaivable());
        waived.setVisible(now != null && now.waiver() != null);
        reason.clear();
        if (now == null) {
            return;
        }
        now.gates().forEach(gate -> gates.getChildren().add(line(gate, now.state())));
        var waiver = now.waiver();
        if (waiver != null) {
            waived.setText(
                    figures.text("labels.waived", waiver.by(), figures.words().dateTime(waiver.at()), waiver.reason()));
        }
    }

    private static Light light(LabelSetGate gate, GateState all) {
        if (gate.passed()) {
            return Light.PASSED;
        }
        if (!gate.blocking()) {
            return Light.NOTED;
        }
        return all == GateState.WAIVED ? Light.WAIVED : Light.FAILED;
    }

    private GateLine line(LabelSetGate gate, GateState all) {
        var light = light(gate, all);
        String name = figures.words().named("labels.gate", gate.gate());
        String about =
                gate.label() == null ? name : name + ", " + figures.words().label(gate.label());
        String compared = gate.gate().equals("VOLUME") ? "labels.gate.at-least" : "labels.gate.at-most";
        return new GateLine(
                light,
                about,
                figures.text(light.messageKey()),
                figures.text(compared, figures.any(gate.figure()), figures.any(gate.limit())),
                figures.said(gate.said(), gate.detail()),
                gate.advice() == null ? "" : figures.said(gate.advised(), gate.advice()));
    }
}
