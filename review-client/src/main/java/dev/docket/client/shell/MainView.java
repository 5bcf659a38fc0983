package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A signed-in person's window: the bar on top, the rail on the left, the current screen in the middle.
public final class MainView {
    private final Workplace workplace;
    private final Messages messages;
    private final Shortcuts shortcuts;
    private final DeskDeeds deeds;
    private final Screens screens;

    @FXML
    private BorderPane root;

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    MainView(Workplace workplace, Messages messages, Shortcuts shortcuts, DeskDeeds deeds, Screens screens) {
        this.workplace = workplace;
        this.messages = messages;
        this.shortcuts = shortcuts;
        this.deeds = deeds;
        this.screens = screens;
    }

    @FXML
    void initialize() {
        root.setTop(new TopBar(workplace, messages, shortcuts, deeds));
        root.setLeft(new Rail(screens, messages, shortcuts, deeds));
        // A screen folds when it gets narrow, so it must be allowed to get narrow.
        root.setMinSize(0, 0);
        screens.currentProperty().subscribe(current -> showScreen());
    }

    private void showScreen() {
        root.setCenter(screens.shown()
                .<Node>map(screen -> narrowing(screen.view().root()))
                .orElseGet(this::nothing));
    }

    private static Node narrowing(Parent screen) {
        ((Region) screen).setMinSize(0, 0);
        return screen;
    }

    /// For a role whose screens this desk does not have.
    private Node nothing() {
        var title = new Label(messages.get("shell.no-screen.title"));
        title.getStyleClass().add("title");
        var meaning = new Label(messages.get("shell.no-screen"));
        meaning.getStyleClass().add("secondary");
        var both = new VBox(8, title, meaning);
        both.setAlignment(Pos.CENTER);
        return both;
    }

    Parent root() {
        return root;
    }
}
