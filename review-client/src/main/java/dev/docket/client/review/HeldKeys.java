package dev.docket.client.review;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Tells a fresh press of a key from the repeats of one that is held: a held key must not decide twice.
final class HeldKeys {
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);

    boolean isFresh(KeyEvent pressed) {
        return down.add(pressed.getCode());
    }

    void released(KeyEvent released) {
        down.remove(released.getCode());
    }

    /// Forgets everything, as when the window loses the focus and releases go elsewhere.
    void clear() {
        down.clear();
    }
}
