package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// A signed-in person's window: the bar on top, the rail on the left, one screen in the middle.
public final class MainView {
    private final Workplace workplace;
    private final Messages messages;
    private final Shortcuts shortcuts;
    private final DeskDeeds deeds;
    private final Region screen;

    @FXML
    private BorderPane root;

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    MainView(Workplace workplace, Messages messages, Shortcuts shortcuts, DeskDeeds deeds, Region screen) {
        this.workplace = workplace;
        this.messages = messages;
        this.shortcuts = shortcuts;
        this.deeds = deeds;
        this.screen = screen;
    }

    @FXML
    void initialize() {
        root.setTop(new TopBar(workplace, messages, shortcuts, deeds));
        root.setLeft(new Rail(messages, shortcuts, deeds));
        root.setCenter(screen);
        // A screen folds when it gets narrow, so it must be allowed to get narrow.
        root.setMinSize(0, 0);
        screen.setMinSize(0, 0);
    }

    Parent root() {
        return root;
    }
}
