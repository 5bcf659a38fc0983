package dev.docket.client.common.chart;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What a threshold made of the rows: found and not found by the model, against what people found. The two cells
/// where both agree are marked.
public final class ConfusionGrid extends GridPane {
    private static final int COLUMNS = 3;

    /// @param corner what the grid is about
    /// @param columns what the model said: no, yes
    /// @param rows what people said: no, yes
    public ConfusionGrid(String corner, List<String> columns, List<String> rows) {
        getStyleClass().add("confusion-grid");
        for (int column = 0; column < COLUMNS; column++) {
            var constraints = new ColumnConstraints();
            constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(constraints);
        }
        add(head(corner), 0, 0);
        for (int at = 0; at < 2; at++) {
            add(head(columns.get(at)), at + 1, 0);
            add(head(rows.get(at)), 0, at + 1);
        }
    }

    /// One cell: how many, and what they are called.
    public record Cell(String count, String name) {}

    /// @param cells not found rightly, wrongly found; wrongly not found, rightly found
    public void show(List<Cell> cells) {
        getChildren().removeIf(node -> node.getStyleClass().contains("cell"));
        for (int at = 0; at < cells.size(); at++) {
            int row = at / 2;
            int column = at % 2;
            var count = new Label(cells.get(at).count());
            count.getStyleClass().add("count");
            var name = new Label(cells.get(at).name());
            name.getStyleClass().add("faint");
            var cell = new VBox(count, name);
            cell.getStyleClass().addAll("cell", row == column ? "right" : "wrong");
            add(cell, column + 1, row + 1);
        }
    }

    private static Label head(String text) {
        var label = new Label(text);
        label.getStyleClass().add("head");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
