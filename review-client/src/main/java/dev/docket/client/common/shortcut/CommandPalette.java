package dev.docket.client.common.shortcut;

import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.i18n.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Finds a command by a few letters. Arrows choose, Enter does it.
public final class CommandPalette extends VBox {
    private static final double ROW = 36;
    private static final int MOST_ROWS = 9;

    private final FilteredList<Command> found;
    private final ListView<Command> list;
    private final TextField query = new TextField();
    private final Consumer<Command> chosen;

    public CommandPalette(List<Command> commands, Messages messages, Consumer<Command> chosen) {
        this.chosen = chosen;
        found = new FilteredList<>(FXCollections.observableArrayList(commands));
        list = new ListView<>(found);
        getStyleClass().addAll("floating", "palette");
        setMaxHeight(USE_PREF_SIZE);
        query.setId("palette-query");
        query.setPromptText(messages.get("shell.palette.prompt"));
        query.textProperty().subscribe(typed -> search(typed));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Row());
        list.setPlaceholder(new Label(messages.get("shell.palette.nothing")));
        getChildren().setAll(search(), list);
    }

    /// Where typing goes.
    public TextField query() {
        return query;
    }

    private HBox search() {
        var search = new HBox(new FontIcon("mdi2m-magnify"), query);
        search.getStyleClass().add("palette-search");
        HBox.setHgrow(query, Priority.ALWAYS);
        return search;
    }

    private void search(String typed) {
        found.setPredicate(command -> command.answers(typed));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        int rows = Math.clamp(found.size(), 2, MOST_ROWS);
        list.setPrefHeight(rows * ROW + 2);
        list.setMinHeight(Region.USE_PREF_SIZE);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(MOST_ROWS - 1);
            case PAGE_UP -> move(1 - MOST_ROWS);
            case ENTER -> choose(list.getSelectionModel().getSelectedItem());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        if (!found.isEmpty()) {
            int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, found.size() - 1);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - MOST_ROWS + 2));
        }
    }

    private void choose(@Nullable Command command) {
        if (command != null) {
            chosen.accept(command);
        }
    }

    private final class Row extends ListCell<Command> {
        private final Label title = new Label();
        private final HBox keys = new HBox(4);
        private final HBox line = new HBox(8, title, new Region(), keys);

        private Row() {
            line.setAlignment(Pos.CENTER_LEFT);
            keys.setAlignment(Pos.CENTER_RIGHT);
            HBox.setHgrow(line.getChildren().get(1), Priority.ALWAYS);
            setOnMouseClicked(event -> choose(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (command == null || empty) {
                setGraphic(null);
                return;
            }
            title.setText(command.title());
            keys.getChildren().clear();
            for (String key :
                    command.key().isEmpty() ? new String[0] : command.key().split(" ")) {
                keys.getChildren().add(new KeyCap(key));
            }
            setGraphic(line);
        }
    }
}
