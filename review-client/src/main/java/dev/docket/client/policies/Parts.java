package dev.docket.client.policies;

import dev.docket.client.common.item.ItemWords;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What the panes of the policies screen are put together from.
final class Parts {
    private Parts() {}

    /// A heading with what belongs under it.
    static VBox part(ItemWords words, String key, Node... nodes) {
        var heading = new Label(words.heading(key));
        heading.getStyleClass().add("overline");
        var part = new VBox(heading);
        part.getStyleClass().add("part");
        part.getChildren().addAll(nodes);
        return part;
    }

    static HBox line(Node... nodes) {
        var line = new HBox(8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// A control with its name before it; the names stand in one column.
    static HBox row(String name, Node... controls) {
        var label = new Label(name);
        label.getStyleClass().add("rule-name");
        var row = new HBox(8, label);
        row.getChildren().addAll(controls);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static Label wrapped(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    static Label faint(String words) {
        return wrapped(words, "faint");
    }

    static void showing(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    /// Says a choice in words; nothing is ever read back.
    static final class Words<T> extends StringConverter<T> {
        private final Function<T, String> say;

        Words(Function<T, String> say) {
            this.say = say;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : say.apply(value);
        }

        @Override
        public T fromString(String words) {
            throw new UnsupportedOperationException("choices are chosen, not typed");
        }
    }
}
