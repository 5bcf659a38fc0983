package dev.docket.client.labels.part;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Pieces that the sections are laid out with.
public final class Boxes {
    private Boxes() {}

    /// A titled part of a page.
    ///
    /// @param about one line on what it shows; empty for none
    public static VBox titled(String title, String about, Node... content) {
        var box = new VBox(8, heading(title));
        if (!about.isEmpty()) {
            var line = new Label(about);
            line.getStyleClass().add("secondary");
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(line);
        }
        box.getChildren().addAll(content);
        box.setMinWidth(0);
        box.getStyleClass().add("titled");
        return box;
    }

    public static Label heading(String title) {
        var heading = new Label(title);
        heading.getStyleClass().add("part-title");
        heading.setWrapText(true);
        return heading;
    }

    public static Label wrapped(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static ScrollPane scrolled(Region content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("labels-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /// Parts beside each other, each with its share of the width. Unlike a box, a grid knows how tall wrapped text is.
    ///
    /// @param percent of the width, one for each part
    public static GridPane columns(double gap, List<Double> percent, List<? extends Node> parts) {
        var grid = new GridPane();
        grid.setHgap(gap);
        grid.setMinWidth(0);
        for (int at = 0; at < parts.size(); at++) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(percent.get(at));
            constraints.setMinWidth(0);
            grid.getColumnConstraints().add(constraints);
            GridPane.setValignment(parts.get(at), VPos.TOP);
            grid.add(parts.get(at), at, 0);
        }
        return grid;
    }

    /// Two parts of the same width.
    public static GridPane halves(double gap, Node left, Node right) {
        return columns(gap, List.of(50.0, 50.0), List.of(left, right));
    }

    /// Takes no room while it is not seen.
    public static <N extends Node> N folding(N node) {
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
