package dev.docket.client.waves;

import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.precedents.WaveView.Side;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What two people found of a wave, beside each other and without their names; either can be taken over.
final class SidesPane extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int COLUMNS = 36;

    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final IntConsumer take;

    /// @param take told which of the two is wanted, 0 or 1
    SidesPane(ItemWords words, Shortcuts shortcuts, IntConsumer take) {
        super(10);
        this.words = words;
        this.shortcuts = shortcuts;
        this.take = take;
        getStyleClass().add("wave-sides");
    }

    void show(@Nullable List<Side> sides, @Nullable Side taken) {
        if (sides == null || sides.size() < 2) {
            getChildren().clear();
            return;
        }
        getChildren()
                .setAll(
                        side(0, sides.getFirst(), taken, Shortcut.LEFT_SIDE),
                        side(1, sides.getLast(), taken, Shortcut.RIGHT_SIDE));
    }

    private HBox side(int at, Side side, @Nullable Side taken, Shortcut shortcut) {
        var heading = new Label(words.text(at == 0 ? "waves.side.one" : "waves.side.other"));
        heading.getStyleClass().add("secondary");
        var what = lines(said(side), "strong");
        var column = new VBox(4, heading, what);
        if (side.reasons() != null) {
            column.getChildren().add(lines(side.reasons(), "secondary"));
        }
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        var card = new HBox(10, new KeyCap(shortcuts.display(shortcut)), column);
        card.setAlignment(Pos.TOP_LEFT);
        card.setAccessibleRole(AccessibleRole.BUTTON);
        card.setAccessibleText(heading.getText() + ": " + what.getText());
        card.getStyleClass().add("wave-side");
        card.pseudoClassStateChanged(CHOSEN, side.equals(taken));
        card.setPrefWidth(0);
        card.setOnMouseClicked(event -> take.accept(at));
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    /// Broken by us: a label that wraps by itself would be measured before its side knows how wide it is.
    private static Label lines(String text, String style) {
        return AuthorText.label(AuthorText.broken(text, COLUMNS), style);
    }

    String said(Side side) {
        return said(side.outcome(), side.violations(), side.actions());
    }

    String said(Outcome outcome, List<Violation> violations, List<Action> actions) {
        if (outcome != Outcome.VIOLATION) {
            return words.outcome(outcome);
        }
        String done = actions.isEmpty()
                ? words.action(ActionType.NONE)
                : actions.stream().map(Action::type).map(words::action).collect(Collectors.joining(" + "));
        String found = violations.stream()
                .map(one -> words.queue(one.policy()) + " (" + words.severity(one.severity()) + ")")
                .collect(Collectors.joining(", "));
        return words.text("item.decision.violation", done, found);
    }
}
