package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.supervisor.Division.Draft;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks which sources get queues of their own.
final class DivisionCard extends VBox implements FloatingCard {
    private final Division model;
    private final ItemWords words;
    private final Label title = new Label();
    private final TextField sources = new TextField();
    private final Label explanation = new Label();
    private final KeyButton confirm;

    DivisionCard(Division model, ItemWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("transfer", "outlook", "floating");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        title.getStyleClass().add("title");
        sources.setId("division-sources");
        sources.textProperty().subscribe(model::typed);
        var label = new Label(words.text("supervisor.division.sources"));
        label.getStyleClass().add("secondary");
        label.setLabelFor(sources);
        explanation.getStyleClass().add("secondary");
        explanation.setWrapText(true);
        confirm = new KeyButton(words.text("supervisor.division.confirm"), "Enter");
        confirm.getStyleClass().add("primary");
        confirm.setOnAction(event -> confirm());
        var cancel = new KeyButton(words.text("supervisor.outlook.close"), "Esc");
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(event -> cancel());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var buttons = new HBox(8, gap, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(title, label, sources, explanation, buttons);
        setVisible(false);
        model.draftProperty().subscribe(this::show);
    }

    @Override
    public boolean isOpen() {
        return isVisible();
    }

    @Override
    public void confirm() {
        model.confirm();
    }

    @Override
    public void cancel() {
        model.close();
    }

    private void show(@Nullable Draft draft) {
        setVisible(draft != null);
        if (draft == null) {
            sources.clear();
            return;
        }
        title.setText(words.text("supervisor.division.title", draft.title()));
        boolean wasEditable = sources.isEditable();
        sources.setEditable(draft.isPossible());
        if (draft.typed() != null && !draft.typed().equals(sources.getText())) {
            sources.setText(draft.typed());
        }
        if (draft.isPossible() && !wasEditable) {
            sources.end();
        }
        sources.requestFocus();
        explanation.setText(explained(draft));
        explanation.getStyleClass().removeAll("refusal");
        if (draft.refusal() != null) {
            explanation.getStyleClass().add("refusal");
        }
        confirm.setDisable(!draft.isPossible());
    }

    private String explained(Draft draft) {
        if (draft.refusal() == null) {
            return words.text(draft.typed() == null ? "supervisor.division.reading" : "supervisor.division.effect");
        }
        if (draft.refusal().equals("invalid-input")) {
            return words.text("supervisor.division.wrong");
        }
        return words.knows("problem", draft.refusal())
                ? words.named("problem", draft.refusal())
                : words.text("supervisor.outlook.refused");
    }
}
