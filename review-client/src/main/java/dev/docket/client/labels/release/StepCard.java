package dev.docket.client.labels.release;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.dto.models.ModelView;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What will happen when a step is taken, and the yes to it.
final class StepCard extends VBox {
    private final Release model;
    private final Figures figures;
    private final Label title = Boxes.wrapped("strong");
    private final Label meaning = Boxes.wrapped("step-meaning");
    private final TextField reason = new TextField();
    private final KeyButton confirm;

    StepCard(Release model, Figures figures, Shortcuts shortcuts) {
        super(10);
        this.model = model;
        this.figures = figures;
        getStyleClass().add("step-card");
        reason.setPromptText(figures.text("labels.step.reason"));
        reason.setAccessibleText(figures.text("labels.step.reason"));
        reason.setOnAction(event -> confirm());
        Boxes.folding(reason);
        confirm = new KeyButton("", shortcuts.display(Shortcut.CONFIRM));
        confirm.setOnAction(event -> confirm());
        var close = new KeyButton(figures.text("labels.aside"), shortcuts.display(Shortcut.HIDE));
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> model.putAside());
        getChildren().setAll(title, meaning, reason, new HBox(8, confirm, close));
        managedProperty().bind(visibleProperty());
        model.askedProperty().subscribe(this::show);
        model.busyProperty().subscribe(busy -> setDisable(busy));
    }

    void confirm() {
        model.confirm(reason.getText());
    }

    private void show(@Nullable Step step) {
        var at = model.registry().selectedProperty().get();
        setVisible(step != null && at != null);
        if (step == null || at == null) {
            return;
        }
        title.setText(figures.text(step.messageKey() + ".title", at.name()));
        meaning.setText(meaning(step, at));
        reason.clear();
        reason.setVisible(step == Step.ROLL_BACK);
        confirm.setText(figures.text(step.messageKey() + ".do"));
        confirm.describe(figures.text(step.messageKey() + ".do"));
        confirm.getStyleClass().removeAll("danger", "primary");
        confirm.getStyleClass().add(step == Step.ROLL_BACK ? "danger" : "primary");
        if (step == Step.ROLL_BACK) {
            reason.requestFocus();
        } else {
            confirm.requestFocus();
        }
    }

    private String meaning(Step step, ModelView at) {
        return switch (step) {
            case SHADOW, APPROVE, RESCORE -> figures.text(step.messageKey() + ".meaning", at.approvalsNeeded());
            case PROMOTE -> {
                double share = Release.nextShare(at);
                yield share < 1
                        ? figures.text("labels.step.promote.meaning", figures.percent(share))
                        : figures.text("labels.step.promote.crown");
            }
            case ROLL_BACK ->
                at.predecessor() == null
                        ? figures.text("labels.step.roll-back.meaning")
                        : figures.text("labels.step.roll-back.crown", at.predecessor());
        };
    }
}
