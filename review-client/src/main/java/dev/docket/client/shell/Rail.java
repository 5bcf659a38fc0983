package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The screens of the desk, one icon each, and the key sheet at the foot.
final class Rail extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    Rail(Messages messages, Shortcuts shortcuts, DeskDeeds deeds) {
        getStyleClass().add("rail");
        var review = button("mdi2c-clipboard-check-outline", messages.get("shell.rail.review"));
        review.pseudoClassStateChanged(CURRENT, true);
        var keys = button(
                "mdi2k-keyboard-outline",
                messages.get(Shortcut.KEYS.messageKey()) + "  " + shortcuts.display(Shortcut.KEYS));
        keys.setId("rail-keys");
        keys.setOnAction(event -> deeds.openKeys());
        var space = new Region();
        setVgrow(space, Priority.ALWAYS);
        getChildren().setAll(review, space, keys);
    }

    private static Button button(String icon, String name) {
        var button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("rail-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }
}
