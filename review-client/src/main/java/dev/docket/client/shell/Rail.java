package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The screens that this person may see, one icon each, and the key sheet at the foot.
final class Rail extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    Rail(Screens screens, Messages messages, Shortcuts shortcuts, DeskDeeds deeds) {
        getStyleClass().add("rail");
        for (DeskScreen screen : screens.permitted()) {
            getChildren().add(button(screen, screens, messages, shortcuts, deeds));
        }
        var keys = button(
                "mdi2k-keyboard-outline",
                messages.get(Shortcut.KEYS.messageKey()) + "  " + shortcuts.display(Shortcut.KEYS));
        keys.setId("rail-keys");
        keys.setOnAction(event -> deeds.openKeys());
        var space = new Region();
        setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(space, keys);
    }

    private static Button button(
            DeskScreen screen, Screens screens, Messages messages, Shortcuts shortcuts, DeskDeeds deeds) {
        String name = messages.get(screen.messageKey());
        var button = button(screen.icon(), name + "  " + shortcuts.display(screen.shortcut()));
        button.setId("rail-" + screen.name().toLowerCase(Locale.ROOT));
        button.setOnAction(event -> deeds.go(screen));
        screens.currentProperty().subscribe(current -> {
            button.pseudoClassStateChanged(CURRENT, current == screen);
            button.setAccessibleText(current == screen ? messages.get("shell.screen.current", name) : name);
        });
        return button;
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
