package dev.docket.client.common.shortcut;

import dev.docket.client.common.shortcut.Shortcut.Scope;
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
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Puts shortcuts onto panes, with one person's keys.
///
/// A shortcut is installed under a scope: one screen's, or everywhere. Only one screen's scope is in force at a time,
/// so that a key never does anything on a screen that is not seen. Typing fields are never hijacked: while one has
/// the focus only the few shortcuts that say so work, and none that types. A held key does its shortcut once, apart
/// from those that repeat by nature, and never decides twice. A button that the keyboard went to keeps its Enter and
/// Space, a choice and a
/// place that is being marked their arrows.
public final class Shortcuts {
    private final Keymap keymap;
    private final Map<Scope, Map<Shortcut, Runnable>> bound = new EnumMap<>(Scope.class);
    private final Set<Keys> installed = new HashSet<>();
    private @Nullable Scope shown;

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

    /// Puts one screen's keys in force and every other's out of it; null where no screen is shown.
    public void show(@Nullable Scope screen) {
        shown = screen;
        // The release of the key that led away is heard by nobody here: without this it would count as held for ever.
        installed.forEach(Keys::forget);
    }

    /// What each shortcut in force does now; the palette and the key sheet are made of it.
    public Map<Shortcut, Runnable> bound() {
        var all = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        bound.forEach((scope, deeds) -> {
            if (isInForce(scope)) {
                all.putAll(deeds);
            }
        });
        return all;
    }

    /// Takes the keys of `deeds` wherever the focus is in `pane`, while `scope` is in force.
    ///
    /// @return takes them off again
    public Runnable install(Node pane, Scope scope, Map<Shortcut, Runnable> deeds) {
        var misplaced = deeds.keySet().stream()
                .filter(shortcut -> !shortcut.scopes().contains(scope))
                .toList();
        if (!misplaced.isEmpty()) {
            throw new IllegalArgumentException(misplaced + " have no key in " + scope);
        }
        var keys = new Keys(scope, deeds);
        pane.addEventFilter(KeyEvent.ANY, keys);
        keys.hearReleasesIn(pane.getScene());
        var moves = pane.sceneProperty().subscribe((before, now) -> keys.hearReleasesIn(now));
        installed.add(keys);
        bound.computeIfAbsent(scope, any -> new EnumMap<>(Shortcut.class)).putAll(deeds);
        return () -> {
            pane.removeEventFilter(KeyEvent.ANY, keys);
            moves.unsubscribe();
            keys.hearReleasesIn(null);
            installed.remove(keys);
            bound.getOrDefault(scope, Map.of()).keySet().removeAll(deeds.keySet());
        };
    }

    /// A pane that was never shown by a window, as in its own test, has its keys.
    private boolean isInForce(Scope scope) {
        return scope == Scope.EVERYWHERE || shown == null || scope == shown;
    }

    private final class Keys implements EventHandler<KeyEvent> {
        private final Scope scope;
        private final Map<Shortcut, Runnable> deeds;
        private final Set<KeyCode> down = new HashSet<>();
        private final EventHandler<KeyEvent> release = event -> down.remove(event.getCode());
        private @Nullable Scene scene;
        private boolean repeated;
        private boolean answered;

        private Keys(Scope scope, Map<Shortcut, Runnable> deeds) {
            this.scope = scope;
            this.deeds = new EnumMap<>(deeds);
        }

        private void forget() {
            down.clear();
        }

        /// A key that takes the keyboard out of the pane, as to the palette, is released where the pane does not hear
        /// it; it would count as held, and do nothing when it is pressed next.
        private void hearReleasesIn(@Nullable Scene now) {
            if (scene != null) {
                scene.removeEventFilter(KeyEvent.KEY_RELEASED, release);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_RELEASED, release);
            }
            scene = now;
        }

        @Override
        public void handle(KeyEvent event) {
            if (!isInForce(scope)) {
                return;
            }
            if (event.getEventType() == KeyEvent.KEY_RELEASED) {
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
        return !belongsToButton(event) && !belongsToChoice(event) && !belongsToMark(event);
    }

    private static boolean isTypedInto(EventTarget target) {
        return target instanceof TextInputControl
                || target instanceof Spinner<?>
                || target instanceof ComboBoxBase<?> box && box.isEditable();
    }

    private static boolean belongsToButton(KeyEvent event) {
        return event.getTarget() instanceof ButtonBase button
                && (event.getCode() == KeyCode.SPACE || button.isFocusVisible() && event.getCode() == KeyCode.ENTER);
    }

    private static boolean belongsToMark(KeyEvent event) {
        return event.getCode().isArrowKey() && event.getTarget() instanceof KeepsArrows one && one.keepsArrows();
    }

    private static boolean belongsToChoice(KeyEvent event) {
        return event.getTarget() instanceof ChoiceBox<?>
                && (event.getCode().isArrowKey() || event.getCode() == KeyCode.SPACE);
    }
}
