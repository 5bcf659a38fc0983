package dev.docket.client.labels.part;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.StatePane;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Where something stands that is read: the grey shape of it while it comes, itself, or why there is nothing.
public final class Place extends StackPane {
    private static final int ROWS = 7;

    private final Region content;
    private final StatePane instead;
    private final ItemWords words;
    private final String emptyKey;

    /// @param emptyKey what is said where there is nothing; its title is under `.title`
    public Place(Region content, String emptyKey, ItemWords words, Shortcuts shortcuts, Runnable again) {
        this.content = content;
        this.words = words;
        this.emptyKey = emptyKey;
        var button = new KeyButton(words.text("labels.state.again"), shortcuts.display(Shortcut.LOOK_AGAIN));
        button.setOnAction(event -> again.run());
        instead = new StatePane(shape(), button);
        setMinWidth(0);
        content.setMinWidth(0);
        getChildren().setAll(content, instead);
    }

    private Region shape() {
        var rows = Skeleton.column("skeleton-item", Skeleton.bar(200, 16), Skeleton.gap(8));
        for (int row = 0; row < ROWS; row++) {
            rows.getChildren().add(Skeleton.bar(row % 2 == 0 ? 420 : 360, 14));
        }
        rows.setAccessibleText(words.text("labels.state.loading"));
        return rows;
    }

    public void show(State state) {
        content.setVisible(state == State.READY);
        switch (state) {
            case READY -> instead.clear();
            case LOADING -> instead.loading();
            case EMPTY ->
                instead.say(StatePane.Message.empty(words.text(emptyKey + ".title"), words.text(emptyKey), ""));
            case OFFLINE ->
                instead.say(StatePane.Message.offline(
                        words.text("labels.state.offline.title"), words.text("labels.state.offline"), ""));
            case ERROR ->
                instead.say(StatePane.Message.fault(
                        words.text("labels.state.error.title"), words.text("labels.state.error"), ""));
        }
    }
}
