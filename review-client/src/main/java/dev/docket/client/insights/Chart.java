package dev.docket.client.insights;

import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Shape;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Draws what a [FiguresModel] read, in the shape that the floor says. The value under the mouse, or that keys went to,
/// is marked and said.
final class Chart extends StackPane {
    private final FiguresModel model;
    private final FigureWords words;
    private final RowsChart rows;
    private final TimeChart time;
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");

    Chart(FiguresModel model, FigureWords words) {
        this.model = model;
        this.words = words;
        rows = new RowsChart(words);
        time = new TimeChart(words);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().setAll(rows, time);
        rows.addEventHandler(MouseEvent.MOUSE_MOVED, event -> model.point(rows.at(event.getY())));
        time.addEventHandler(MouseEvent.MOUSE_MOVED, event -> model.point(time.at(event.getX())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> model.point(FiguresModel.NOWHERE));
        model.insightProperty().subscribe(insight -> show(insight));
        model.atProperty().subscribe(at -> say());
    }

    ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    private void show(@Nullable Insight insight) {
        if (insight == null) {
            rows.setVisible(false);
            time.setVisible(false);
            caption.set("");
            return;
        }
        boolean isRows = insight.shape() == Shape.ROWS;
        rows.setVisible(isRows);
        time.setVisible(!isRows);
        if (isRows) {
            rows.show(insight);
        } else {
            time.show(insight);
        }
        say();
    }

    private void say() {
        int at = model.atProperty().get();
        rows.mark(at);
        time.mark(at);
        var insight = model.insightProperty().get();
        var figure = model.figure();
        caption.set(insight == null || figure == null ? "" : words.said(insight, figure));
    }
}
