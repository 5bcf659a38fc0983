package dev.docket.client.common.control;

import javafx.scene.control.Label;

/// A key as printed on a keyboard. Decoration only: the control it sits on says the key to screen readers.
public final class KeyCap extends Label {
    public KeyCap(String key) {
        super(key);
        getStyleClass().add("key-cap");
        setMinWidth(USE_PREF_SIZE);
        setMouseTransparent(true);
    }
}
