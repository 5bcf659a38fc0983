package dev.docket.client.common.screen;

import javafx.scene.Parent;

/// A screen as the window shows it.
public interface ScreenView {
    /// Everything of the screen; the same node every time.
    Parent root();

    /// Puts the focus where the screen's keys work. Called each time it is shown.
    void focus();
}
