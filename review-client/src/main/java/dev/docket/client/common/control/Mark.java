package dev.docket.client.common.control;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// The product's mark: a docket, torn off at the foot, with its tick.
public final class Mark extends StackPane {
    private static final double WIDTH = 18;
    private static final double DRAWN_AT = 22;
    private static final String SLIP =
            "M2 0h14a2 2 0 0 1 2 2v20l-3 -2.2l-3 2.2l-3 -2.2l-3 2.2l-3 -2.2l-3 2.2v-20a2 2 0 0 1 2 -2z";
    private static final String TICK = "M4.6 9.2l3.1 3.1l5.8 -6";

    public Mark(double size) {
        getStyleClass().add("mark");
        var drawing = new Group(path(SLIP, "mark-slip"), path(TICK, "mark-tick"));
        double scale = size / DRAWN_AT;
        drawing.getTransforms().add(new Scale(scale, scale));
        getChildren().add(new Group(drawing));
        setMinSize(scale * WIDTH, size);
        setMaxSize(scale * WIDTH, size);
        setMouseTransparent(true);
    }

    private static SVGPath path(String outline, String styleClass) {
        var path = new SVGPath();
        path.setContent(outline);
        path.getStyleClass().add(styleClass);
        return path;
    }
}
