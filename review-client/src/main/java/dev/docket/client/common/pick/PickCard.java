package dev.docket.client.common.pick;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.pick.Picking.Choice;
import dev.docket.client.common.pick.Picking.Draft;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A floating card that asks which one: a field that finds, up and down that choose, a field for why, Enter that does
/// it.
public final class PickCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 440;
    private static final double LIST_HEIGHT = 216;
    private static final int SHOWN = 7;

    private final Picking model;
    private final ItemWords words;
    private final Label title = new Label();
    private final Label subject = new Label();
    private final TextField typed = new TextField();
    private final VBox list = new VBox();
    private final TextField comment = new TextField();
    private final Label explanation = new Label();
    private final KeyButton confirm;
    private boolean filling;

    public PickCard(Picking model, ItemWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("pick-card", "floating");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        title.getStyleClass().add("title");
        title.setWrapText(true);
        subject.getStyleClass().add("secondary");
        subject.setWrapText(true);
        typed.setId("pick-typed");
        typed.textProperty().subscribe(text -> {
            if (!filling) {
                model.typed(text);
            }
        });
        list.getStyleClass().add("pick-list");
        list.setMinHeight(LIST_HEIGHT);
        comment.setId("pick-comment");
        comment.textProperty().subscribe(text -> {
            if (!filling) {
                model.comment(text);
            }
        });
        explanation.getStyleClass().add("pick-refusal");
        explanation.setWrapText(true);
        explanation.managedProperty().bind(explanation.visibleProperty());
        confirm = new KeyButton(words.text("pick.confirm"), "Enter");
        confirm.setId("pick-confirm");
        confirm.getStyleClass().add("primary");
        confirm.setOnAction(event -> model.confirm());
        var cancel = new KeyButton(words.text("pick.cancel"), "Esc");
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(event -> model.cancel());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var buttons = new HBox(8, gap, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(new VBox(2, title, subject), typed, list, comment, explanation, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setVisible(false);
        model.draftProperty().subscribe(this::show);
    }

    public boolean isOpen() {
        return isVisible();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> model.confirm();
            case ESCAPE -> model.cancel();
            case DOWN -> model.step(1);
            case UP -> model.step(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show(@Nullable Draft draft) {
        boolean opens = draft != null && !isVisible();
        setVisible(draft != null);
        if (draft == null) {
            return;
        }
        if (opens) {
            open(draft);
        }
        showList(draft);
        confirm.setDisable(!draft.isPossible());
        explanation.setVisible(draft.refusal() != null);
        explanation.setText(draft.refusal() == null ? "" : refused(draft.refusal()));
    }

    private void open(Draft draft) {
        String key = draft.question().key();
        title.setText(words.text(key + ".title"));
        subject.setText(draft.question().subject());
        filling = true;
        typed.clear();
        comment.clear();
        filling = false;
        typed.setPromptText(words.text(key + ".typed"));
        typed.setAccessibleText(words.text(key + ".typed"));
        comment.setPromptText(words.text(key + ".comment"));
        comment.setAccessibleText(words.text(key + ".comment"));
        typed.requestFocus();
    }

    private void showList(Draft draft) {
        List<Choice> found = draft.found();
        list.getChildren().clear();
        if (found == null || found.isEmpty()) {
            var none = new Label(words.text(found == null ? "pick.looking" : "pick.none"));
            none.getStyleClass().add("faint");
            list.getChildren().add(none);
            return;
        }
        int first = Math.clamp(draft.at() - SHOWN + 1L, 0, Math.max(0, found.size() - SHOWN));
        for (int at = first; at < Math.min(found.size(), first + SHOWN); at++) {
            list.getChildren().add(row(found.get(at), at, at == draft.at()));
        }
    }

    private Label row(Choice choice, int index, boolean isChosen) {
        var row = new Label(choice.key() == null ? choice.name() : words.text(choice.key()));
        row.getStyleClass().add("pick-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.pseudoClassStateChanged(CHOSEN, isChosen);
        row.setOnMouseClicked(event -> {
            if (isChosen) {
                model.confirm();
            } else {
                model.choose(index);
            }
        });
        return row;
    }

    private String refused(String slug) {
        if (slug.isEmpty()) {
            return words.text("pick.offline");
        }
        return words.knows("problem", slug) ? words.named("problem", slug) : words.text("pick.refused");
    }
}
