package dev.docket.client.common.control;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The grey shapes of what is coming.
public final class Skeleton {
    private Skeleton() {}

    public static Region bar(double width, double height) {
        var bar = new Region();
        bar.getStyleClass().add("skeleton");
        bar.setMinSize(width, height);
        bar.setMaxSize(width, height);
        return bar;
    }

    public static Region gap(double height) {
        var gap = new Region();
        gap.setMinHeight(height);
        return gap;
    }

    public static VBox column(String style, Region... bars) {
        var column = new VBox(12, bars);
        column.getStyleClass().add(style);
        return column;
    }

    /// An item with its evidence beside it.
    public static Region item(String accessibleText) {
        var item = column("skeleton-item", bar(180, 20), bar(380, 12), gap(24), bar(140, 12));
        for (double width : new double[] {600, 580, 612, 590, 320}) {
            item.getChildren().add(bar(width, 14));
        }
        HBox.setHgrow(item, Priority.ALWAYS);
        var evidence = column("skeleton-evidence", bar(110, 10), bar(290, 12), bar(220, 12), gap(8));
        for (int row = 0; row < 6; row++) {
            evidence.getChildren().add(new HBox(16, bar(76, 12), bar(200, 12)));
        }
        evidence.getStyleClass().add("hairline-left");
        var both = new HBox(item, evidence);
        both.setAccessibleText(accessibleText);
        return both;
    }
}
