package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.supervisor.Proposals.Draft;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks whether an action that strikes propose shall be taken, and why.
final class ProposalCard extends VBox implements FloatingCard {
    private static final int COLUMNS = 48;

    private final Proposals model;
    private final ItemWords words;
    private final Label title = new Label();
    private final VBox facts = new VBox(2);
    private final ToggleButton take = new ToggleButton();
    private final ToggleButton leave = new ToggleButton();
    private final ToggleGroup both = new ToggleGroup();
    private final TextField reasons = new TextField();
    private final Label explanation = new Label();
    private final KeyButton confirm;

    ProposalCard(Proposals model, ItemWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("transfer", "floating");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        title.getStyleClass().add("title");
        take.setToggleGroup(both);
        take.setId("proposal-take");
        leave.setToggleGroup(both);
        leave.setId("proposal-leave");
        leave.setText(words.text("supervisor.proposal.leave"));
        both.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                both.selectToggle(before);
            } else if (now != null) {
                model.accepts(now == take);
            }
        });
        take.setFocusTraversable(false);
        leave.setFocusTraversable(false);
        reasons.setId("proposal-reasons");
        reasons.textProperty().subscribe(model::reasons);
        reasons.addEventFilter(KeyEvent.KEY_PRESSED, this::choose);
        explanation.getStyleClass().add("secondary");
        explanation.setWrapText(true);
        confirm = new KeyButton(words.text("supervisor.proposal.confirm"), "Enter");
        confirm.getStyleClass().add("primary");
        confirm.setOnAction(event -> confirm());
        var cancel = new KeyButton(words.text("supervisor.transfer.cancel"), "Esc");
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(event -> cancel());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var buttons = new HBox(8, gap, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var choice = new HBox(8, take, leave, new KeyCap("↑"), new KeyCap("↓"));
        choice.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, facts, choice, reasons, explanation, buttons);
        setVisible(false);
        model.draftProperty().subscribe(this::show);
    }

    /// One line is typed into, so up and down are free to choose with.
    private void choose(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            model.accepts(event.getCode() == KeyCode.UP);
            event.consume();
        }
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
        model.cancel();
    }

    private void show(@Nullable Draft draft) {
        boolean opens = draft != null && !isVisible();
        setVisible(draft != null);
        if (draft == null) {
            return;
        }
        var proposal = draft.proposal();
        String action = words.action(proposal.action());
        if (opens) {
            title.setText(words.text("supervisor.proposal.title", action));
            facts.getChildren()
                    .setAll(
                            AuthorText.label(proposal.author() + "  ·  " + proposal.source(), "strong"),
                            AuthorText.paragraph(
                                    words.text("supervisor.proposal.points", proposal.points()), COLUMNS, "secondary"));
            take.setText(action);
            reasons.setText(draft.reasons());
            reasons.requestFocus();
        }
        both.selectToggle(draft.accepts() ? take : leave);
        reasons.setPromptText(
                words.text(draft.accepts() ? "supervisor.proposal.for-author" : "supervisor.proposal.for-colleagues"));
        explanation.setText(explained(draft));
        explanation.getStyleClass().removeAll("refusal");
        if (draft.refusal() != null) {
            explanation.getStyleClass().add("refusal");
        }
        confirm.setDisable(!draft.isPossible());
    }

    private String explained(Draft draft) {
        String refusal = draft.refusal();
        if (refusal == null) {
            return words.text(draft.accepts() ? "supervisor.proposal.taken" : "supervisor.proposal.left");
        }
        return words.knows("problem", refusal)
                ? words.named("problem", refusal)
                : words.text("supervisor.proposal.refused");
    }
}
