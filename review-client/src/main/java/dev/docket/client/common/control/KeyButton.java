package dev.docket.client.common.control;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// A button that shows its key. It may stand for a choice that is on or off; the choice itself is kept elsewhere.
public final class KeyButton extends Button {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double GAP = 5;

    private final String key;
    private final Tooltip tooltip = new Tooltip();

    public KeyButton(String text, String key) {
        super(text);
        this.key = key;
        getStyleClass().add("key-button");
        setGraphic(new KeyCap(key));
        setContentDisplay(ContentDisplay.LEFT);
        setMnemonicParsing(false);
        setTooltip(tooltip);
        describe(text);
    }

    /// Puts something between the key and the text.
    public void beside(Node mark) {
        var line = new HBox(GAP, new KeyCap(key), mark);
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
    }

    /// Sets what is said on hover and to screen readers, with the key added.
    public void describe(String description) {
        setAccessibleText(description + ", " + key);
        tooltip.setText(description + "  " + key);
    }

    /// Shows a choice as made; `current` marks the one of several that further keys apply to.
    public void show(boolean chosen, boolean current) {
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        pseudoClassStateChanged(CHOSEN, chosen);
        pseudoClassStateChanged(CURRENT, current);
    }
}
