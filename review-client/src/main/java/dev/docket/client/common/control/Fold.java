package dev.docket.client.common.control;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A titled part that folds away and says how much is in it.
public final class Fold extends VBox {
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final Button head = new Button();
    private final Label count = new Label();
    private final VBox body = new VBox();

    public Fold(String title) {
        getStyleClass().add("fold");
        var name = new Label(title);
        name.getStyleClass().add("overline");
        count.getStyleClass().add("fold-count");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var chevron = new FontIcon("mdi2c-chevron-right");
        chevron.getStyleClass().add("chevron");
        var line = new HBox(8, name, count, gap, chevron);
        line.setAlignment(Pos.CENTER_LEFT);
        head.setGraphic(line);
        head.getStyleClass().setAll("fold-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setOnAction(event -> open.set(!open.get()));
        line.prefWidthProperty().bind(widthProperty());
        body.getStyleClass().add("fold-body");
        body.visibleProperty().bind(open);
        body.managedProperty().bind(open);
        chevron.rotateProperty().bind(Bindings.when(open).then(90).otherwise(0));
        chevron.visibleProperty().bind(head.disabledProperty().not());
        head.accessibleTextProperty().bind(Bindings.concat(title, " ", count.textProperty()));
        getChildren().addAll(head, body);
    }

    public BooleanProperty openProperty() {
        return open;
    }

    /// Replaces what is inside. An empty part is shown as such and cannot be opened.
    public void show(String amount, List<? extends Node> rows) {
        count.setText(amount);
        body.getChildren().setAll(rows);
        head.setDisable(rows.isEmpty());
        if (rows.isEmpty()) {
            open.set(false);
        }
    }
}
