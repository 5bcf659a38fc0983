package dev.docket.client.labels.part;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One gate as a light: whether it holds, by a sign and a word, what was measured, and what to do where it does not.
public final class GateLine extends HBox {
    /// How it stands.
    public enum Light {
        PASSED("mdi2c-check-circle"),
        FAILED("mdi2c-close-circle"),
        WAIVED("mdi2a-account-check-outline"),
        /// It does not hold, and keeps nothing from going on.
        NOTED("mdi2i-information-outline"),
        UNKNOWN("mdi2h-help-circle-outline");

        private final String icon;

        Light(String icon) {
            this.icon = icon;
        }

        public String messageKey() {
            return "labels.light." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param state the light in words
    /// @param figure what was measured against what
    /// @param detail empty for none
    /// @param advice what to do; empty for nothing
    public GateLine(Light light, String name, String state, String figure, String detail, String advice) {
        super(10);
        getStyleClass().addAll("gate-line", light.name().toLowerCase(Locale.ROOT));
        setAlignment(Pos.TOP_LEFT);
        var icon = new FontIcon(light.icon);
        icon.getStyleClass().add("gate-icon");
        var title = new Label(name);
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        var said = new Label(state);
        said.getStyleClass().add("gate-state");
        said.setMinWidth(USE_PREF_SIZE);
        var measured = new Label(figure);
        measured.getStyleClass().add("gate-figure");
        measured.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var column = new VBox(2, new HBox(10, title, measured, said));
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setMinWidth(0);
        add(column, detail, "secondary");
        add(column, advice, "gate-advice");
        getChildren().setAll(icon, column);
        setAccessibleText(name + ": " + state + ". " + figure + " " + detail + " " + advice);
    }

    private static void add(VBox column, String text, String style) {
        if (!text.isEmpty()) {
            var label = new Label(text);
            label.getStyleClass().add(style);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            column.getChildren().add(label);
        }
    }
}
