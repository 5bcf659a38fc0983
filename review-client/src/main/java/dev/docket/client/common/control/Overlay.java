package dev.docket.client.common.control;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A layer over the whole window that shows one floating card at a time.
///
/// Esc and a click beside the card close it, and the focus goes back to where it was. While a card is open the focus
/// cannot leave it.
public final class Overlay extends StackPane {
    private @Nullable Node card;
    private @Nullable Node focusedBefore;

    public Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        sceneProperty().subscribe(this::watchFocus);
    }

    /// Shows `next`, in place of what was shown before.
    public void show(Node next, Node focusFirst) {
        if (card == null && getScene() != null) {
            focusedBefore = getScene().getFocusOwner();
        }
        card = next;
        getChildren().setAll(next);
        setVisible(true);
        focusFirst.requestFocus();
    }

    public void close() {
        if (card == null) {
            return;
        }
        card = null;
        setVisible(false);
        getChildren().clear();
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    public boolean isOpen() {
        return card != null;
    }

    private void watchFocus(@Nullable Scene scene) {
        if (scene != null) {
            scene.focusOwnerProperty().subscribe((before, now) -> {
                if (card != null && now != null && !isInside(now) && before != null && isInside(before)) {
                    before.requestFocus();
                }
            });
        }
    }

    private boolean isInside(Node node) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }
}
