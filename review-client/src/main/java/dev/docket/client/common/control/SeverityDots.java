package dev.docket.client.common.control;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

/// A severity of 1 to 4 as filled dots. The word for it stands beside it.
public final class SeverityDots extends HBox {
    private static final int MOST = 4;

    private final double radius;

    public SeverityDots(double radius) {
        super(radius);
        this.radius = radius;
        getStyleClass().add("severity-dots");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        for (int dot = 0; dot < MOST; dot++) {
            var circle = new Circle(this.radius);
            circle.getStyleClass().add("dot");
            getChildren().add(circle);
        }
    }

    /// Shows a severity, 0 for none.
    public void show(int severity) {
        for (int level = 1; level <= MOST; level++) {
            getStyleClass().remove("severity-" + level);
            var classes = getChildren().get(level - 1).getStyleClass();
            classes.remove("filled");
            if (level <= severity) {
                classes.add("filled");
            }
        }
        if (severity > 0) {
            getStyleClass().add("severity-" + severity);
        }
    }
}
