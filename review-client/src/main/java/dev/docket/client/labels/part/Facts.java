package dev.docket.client.labels.part;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Names with what belongs to them, two columns.
public final class Facts extends GridPane {
    private int rows;

    public Facts() {
        getStyleClass().add("facts");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().setAll(names, values);
    }

    public void clear() {
        getChildren().clear();
        rows = 0;
    }

    public Facts add(String name, String value) {
        return add(name, value, "fact-value");
    }

    /// A digest or an id.
    public Facts addMono(String name, String value) {
        return add(name, value, "mono");
    }

    private Facts add(String name, String value, String style) {
        var label = new Label(name);
        label.getStyleClass().add("fact-name");
        var said = new Label(value);
        said.getStyleClass().add(style);
        said.setWrapText(true);
        setValignment(label, VPos.TOP);
        addRow(rows++, label, said);
        return this;
    }
}
