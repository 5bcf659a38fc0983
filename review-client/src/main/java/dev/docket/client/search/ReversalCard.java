package dev.docket.client.search;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.search.Reversal.Draft;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks why a decision is taken back before it is.
final class ReversalCard extends VBox {
    private final Reversal model;
    private final ItemWords words;
    private final Label found = new Label();
    private final TextField reasons = new TextField();
    private final Label explanation = new Label();
    private final KeyButton confirm;

    ReversalCard(Reversal model, ItemWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("reversal", "floating");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var title = new Label(words.text("search.reversal.title"));
        title.getStyleClass().add("title");
        found.getStyleClass().add("strong");
        found.setWrapText(true);
        reasons.setId("reversal-reasons");
        reasons.setPromptText(words.text("search.reversal.reasons"));
        reasons.textProperty().subscribe(model::reasons);
        reasons.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        explanation.getStyleClass().add("secondary");
        explanation.setWrapText(true);
        confirm = new KeyButton(words.text("search.reversal.confirm"), "Enter");
        confirm.getStyleClass().add("primary");
        confirm.setOnAction(event -> model.confirm());
        var cancel = new KeyButton(words.text("search.reversal.cancel"), "Esc");
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(event -> model.cancel());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var buttons = new HBox(8, gap, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(title, found, reasons, explanation, buttons);
        setVisible(false);
        model.draftProperty().subscribe(this::show);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            model.confirm();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.cancel();
            event.consume();
        }
    }

    private void show(@Nullable Draft draft) {
        boolean opens = draft != null && !isVisible();
        setVisible(draft != null);
        if (draft == null) {
            return;
        }
        if (opens) {
            found.setText(ResultCell.summary(words, draft.finding()));
            reasons.setText(draft.reasons());
            reasons.requestFocus();
        }
        explanation.setText(explained(draft.refusal()));
        explanation.getStyleClass().removeAll("refusal");
        if (draft.refusal() != null) {
            explanation.getStyleClass().add("refusal");
        }
        confirm.setDisable(!draft.isPossible());
    }

    private String explained(@Nullable String refusal) {
        if (refusal == null) {
            return words.text("search.reversal.what");
        }
        return words.knows("problem", refusal)
                ? words.named("problem", refusal)
                : words.text("search.reversal.refused");
    }
}
