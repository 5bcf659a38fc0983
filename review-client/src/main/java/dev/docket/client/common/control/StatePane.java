package dev.docket.client.common.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in a screen's place when it has nothing to show: the grey shape of what is coming, or why nothing is
/// there, what will come and what to press.
public final class StatePane extends StackPane {
    /// What an empty place says.
    ///
    /// @param icon an icon's name
    /// @param body what it means and what will come
    /// @param details one faint line, or empty
    public record Message(String icon, String title, String body, String details) {
        public static Message empty(String title, String body, String details) {
            return new Message("mdi2c-check-circle-outline", title, body, details);
        }

        public static Message offline(String title, String body, String details) {
            return new Message("mdi2c-cloud-off-outline", title, body, details);
        }

        public static Message fault(String title, String body, String details) {
            return new Message("mdi2a-alert-outline", title, body, details);
        }
    }

    private final VBox message = new VBox(8);
    private final FontIcon icon = new FontIcon("mdi2i-inbox-outline");
    private final Label title = new Label();
    private final Label body = new Label();
    private final Label details = new Label();
    private final Region skeleton;

    /// @param skeleton see [Skeleton]
    /// @param again what looks again
    public StatePane(Region skeleton, Button again) {
        this.skeleton = skeleton;
        getStyleClass().add("state-pane");
        title.getStyleClass().add("title");
        body.getStyleClass().add("state-body");
        body.setWrapText(true);
        details.getStyleClass().add("faint");
        details.setWrapText(true);
        icon.getStyleClass().add("state-icon");
        message.setAlignment(Pos.CENTER);
        message.setMaxWidth(440);
        message.getStyleClass().add("state-message");
        message.getChildren().addAll(icon, title, body, details, again);
        setMinWidth(0);
        skeleton.setMinWidth(0);
        getChildren().addAll(skeleton, message);
        loading();
    }

    /// Shows the shape of what is coming.
    public void loading() {
        show(true, skeleton);
        skeleton.setVisible(true);
        message.setVisible(false);
    }

    public void say(Message said) {
        show(true, message);
        skeleton.setVisible(false);
        message.setVisible(true);
        icon.setIconLiteral(said.icon());
        title.setText(said.title());
        body.setText(said.body());
        details.setText(said.details());
        details.setVisible(!said.details().isEmpty());
    }

    /// Gives the place to what there is to show.
    public void clear() {
        show(false, message);
    }

    private void show(boolean shown, Node part) {
        setVisible(shown);
        setManaged(shown);
        part.setVisible(shown);
    }
}
