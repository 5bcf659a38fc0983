package dev.docket.client.common.control;

import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// A share of time that is left, as a ring that empties clockwise.
public final class TimeRing extends Region {
    private static final double SIZE = 18;
    private static final double STROKE = 2.5;

    private final Arc left;

    public TimeRing() {
        getStyleClass().add("time-ring");
        double middle = SIZE / 2;
        double radius = middle - STROKE;
        var whole = new Circle(middle, middle, radius);
        whole.getStyleClass().add("whole");
        left = new Arc(middle, middle, radius, radius, 90, 0);
        left.setType(ArcType.OPEN);
        left.getStyleClass().add("left");
        getChildren().addAll(whole, left);
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    /// Shows `share` of the whole, 0..1.
    public void show(double share) {
        left.setLength(360 * Math.clamp(share, 0, 1));
    }
}
