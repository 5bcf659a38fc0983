package dev.docket.client.labels.part;

import dev.docket.client.common.shortcut.Shortcut;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// A section as it stands on the screen.
public interface PartView {
    Region root();

    /// Where the focus may go, in the order of the key that goes through them; the first is where it begins.
    List<Node> panes();

    /// What its keys do while it is shown.
    Map<Shortcut, Runnable> deeds();

    /// The buttons of its head, from the left.
    List<Node> buttons();

    /// Shows what became of the last thing asked for, where it belongs.
    default void show(Told told) {}

    /// What was told is old.
    default void forget() {}
}
