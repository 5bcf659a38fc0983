package dev.docket.client.people;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Plain tables of text: no sorting by accident, the last column takes the room that is left.
final class Tables {
    private Tables() {}

    static <T> TableView<T> of(String empty) {
        var table = new TableView<T>();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var placeholder = new Label(empty);
        placeholder.getStyleClass().add("secondary");
        placeholder.setWrapText(true);
        table.setPlaceholder(placeholder);
        return table;
    }

    /// Shows other rows; the selected one stays selected where it is still there.
    static <T> void renew(TableView<T> table, List<T> rows, Function<T, String> id) {
        var before = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(rows);
        if (before != null) {
            rows.stream()
                    .filter(row -> id.apply(row).equals(id.apply(before)))
                    .findFirst()
                    .ifPresent(row -> table.getSelectionModel().select(row));
        }
    }

    static <T> void column(TableView<T> table, String title, double width, Function<T, String> text) {
        var column = new TableColumn<T, String>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 80));
        column.setReorderable(false);
        column.setSortable(false);
        table.getColumns().add(column);
    }
}
