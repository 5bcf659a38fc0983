package dev.docket.client.common.chart;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What the two sides of a comparison are drawn like, with their names.
public final class Legend extends HBox {
    private static final double SWATCH = 22;

    private final Node besideFirst;
    private final Label first = new Label();
    private final Label other = new Label();
    private final HBox second;

    public Legend() {
        super(16);
        getStyleClass().add("legend");
        setAlignment(Pos.CENTER_LEFT);
        besideFirst = swatch("first");
        second = new HBox(6, swatch("other"), other);
        second.setAlignment(Pos.CENTER_LEFT);
        second.managedProperty().bind(second.visibleProperty());
        var one = new HBox(6, besideFirst, first);
        one.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(one, second);
    }

    /// @param compared empty where there is nothing to compare with
    public void show(String shown, String compared) {
        first.setText(shown);
        other.setText(compared);
        second.setVisible(!compared.isEmpty());
    }

    private static Node swatch(String style) {
        var line = new Region();
        line.getStyleClass().add("swatch-line");
        line.setMinSize(SWATCH, 2);
        line.setMaxSize(SWATCH, 2);
        var dot = new Region();
        dot.getStyleClass().add("swatch-dot");
        dot.setMinSize(8, 8);
        dot.setMaxSize(8, 8);
        var swatch = new StackPane(line, dot);
        swatch.getStyleClass().addAll("swatch", style);
        return swatch;
    }
}
