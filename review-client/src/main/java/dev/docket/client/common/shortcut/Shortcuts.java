package dev.docket.client.common.shortcut;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Puts shortcuts onto scenes and panes, with one person's keys.
///
/// Typing fields are never hijacked: while one has the focus only the few shortcuts that say so work, and none that
/// types. A held key does its shortcut once, apart from those that repeat by nature, and never decides twice. A
/// button that the keyboard went to keeps its Enter and Space.
public final class Shortcuts {
    private final Keymap keymap;
    private final Map<Shortcut, Runnable> bound = new EnumMap<>(Shortcut.class);

    public Shortcuts(Keymap keymap) {
        this.keymap = keymap;
    }

    public Shortcuts() {
        this(Keymap.standard());
    }

    /// The text to print on a button.
    public String display(Shortcut shortcut) {
        return keymap.of(shortcut).display();
    }

    /// What each shortcut in force does now; the palette and the key sheet are made of it.
    public Map<Shortcut, Runnable> bound() {
        return Map.copyOf(bound);
    }

    /// Takes the keys of `deeds` wherever the focus is in `pane`.
    ///
    /// @return takes them off again
    public Runnable install(Node pane, Map<Shortcut, Runnable> deeds) {
        var keys = new Keys(deeds);
        pane.addEventFilter(KeyEvent.ANY, keys);
        bound.putAll(deeds);
        return () -> {
            pane.removeEventFilter(KeyEvent.ANY, keys);
            deeds.forEach(bound::remove);
        };
    }

    /// Takes the keys of `deeds` in the whole window.
    ///
    /// @return takes them off again
    public Runnable install(Scene scene, Map<Shortcut, Runnable> deeds) {
        var keys = new Keys(deeds);
        scene.addEventFilter(KeyEvent.ANY, keys);
        bound.putAll(deeds);
        return () -> {
            scene.removeEventFilter(KeyEvent.ANY, keys);
            deeds.forEach(bound::remove);
        };
    }

    private final class Keys implements EventHandler<KeyEvent> {
        private final Map<Shortcut, Runnable> deeds;
        private final Set<KeyCode> down = new HashSet<>();
        private boolean repeated;
        private boolean answered;

        private Keys(Map<Shortcut, Runnable> deeds) {
            this.deeds = new EnumMap<>(deeds);
        }

        @Override
        public void handle(KeyEvent event) {
            if (event.getEventType() == KeyEvent.KEY_RELEASED) {
                down.remove(event.getCode());
                answered = false;
                return;
            }
            if (event.getEventType() == KeyEvent.KEY_PRESSED) {
                repeated = !down.add(event.getCode());
                answered = false;
            } else if (answered) {
                // The character of a press that was answered: the field that got the focus by it must not have it.
                event.consume();
                return;
            }
            called(event).ifPresent(shortcut -> call(shortcut, event));
        }

        private void call(Shortcut shortcut, KeyEvent event) {
            event.consume();
            answered = event.getEventType() == KeyEvent.KEY_PRESSED;
            var deed = deeds.get(shortcut);
            if (deed != null && (!repeated || shortcut.repeats())) {
                deed.run();
            }
        }

        private Optional<Shortcut> called(KeyEvent event) {
            return deeds.keySet().stream()
                    .filter(shortcut -> matches(keymap.of(shortcut), event))
                    .filter(shortcut -> isFree(shortcut, event))
                    .findFirst();
        }
    }

    private static boolean matches(Stroke stroke, KeyEvent event) {
        return switch (stroke) {
            case Stroke.Pressed pressed -> event.getEventType() == KeyEvent.KEY_PRESSED && pressed.matches(event);
            case Stroke.Typed typed -> event.getEventType() == KeyEvent.KEY_TYPED && typed.matches(event);
        };
    }

    private boolean isFree(Shortcut shortcut, KeyEvent event) {
        if (isTypedInto(event.getTarget())) {
            return shortcut.worksWhileTyping() && !keymap.of(shortcut).isTyping();
        }
        return !belongsToButton(event);
    }

    private static boolean isTypedInto(EventTarget target) {
        return target instanceof TextInputControl
                || target instanceof Spinner<?>
                || target instanceof ComboBoxBase<?> box && box.isEditable();
    }

    private static boolean belongsToButton(KeyEvent event) {
        return event.getTarget() instanceof ButtonBase button
                && button.isFocusVisible()
                && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE);
    }
}
