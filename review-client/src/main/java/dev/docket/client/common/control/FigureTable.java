package dev.docket.client.common.control;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A titled table of figures with hairlines between its rows: words to the left, numbers to the right.
public final class FigureTable extends VBox {
    private static final double NUMBER_WIDTH = 112;

    private final GridPane grid = new GridPane();
    private final int wordy;
    private final int columns;
    private int rows;

    /// @param wordy how many of the columns, from the first, hold words
    public FigureTable(String title, String explanation, int wordy, List<String> heads) {
        this.wordy = wordy;
        columns = heads.size();
        getStyleClass().add("figure-table");
        var name = new Label(title);
        name.getStyleClass().add("strong");
        var about = new Label(explanation);
        about.getStyleClass().add("secondary");
        about.setWrapText(true);
        for (int column = 0; column < columns; column++) {
            var constraints = new ColumnConstraints();
            if (column < wordy) {
                constraints.setHgrow(Priority.ALWAYS);
                constraints.setPercentWidth(-1);
                constraints.setMinWidth(NUMBER_WIDTH);
            } else {
                constraints.setHalignment(HPos.RIGHT);
                constraints.setMinWidth(NUMBER_WIDTH);
                constraints.setPrefWidth(NUMBER_WIDTH);
            }
            grid.getColumnConstraints().add(constraints);
        }
        getChildren().setAll(name, about, grid);
        add(heads, "figure-head");
    }

    /// Adds a row below the others.
    public FigureTable row(List<String> cells) {
        add(cells, "figure-cell");
        return this;
    }

    private void add(List<String> cells, String style) {
        for (int column = 0; column < columns; column++) {
            var cell = new Label(cells.get(column));
            cell.getStyleClass().add(style);
            if (column >= wordy) {
                cell.getStyleClass().add("number");
            }
            cell.setMaxWidth(Double.MAX_VALUE);
            grid.add(cell, column, rows);
        }
        rows++;
    }
}
