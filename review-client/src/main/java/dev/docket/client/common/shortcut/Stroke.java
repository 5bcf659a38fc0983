package dev.docket.client.common.shortcut;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// One way to call a shortcut: a key with its modifiers, or a character.
///
/// Brackets, the question mark and their like sit under different keys on every keyboard, so they are met as the
/// character that was typed and not as a key. `Ctrl` stands for Command on macOS.
public sealed interface Stroke {
    /// How it is printed on a button: `A`, `Ctrl Z`, `Enter`, `?`.
    String display();

    /// How it is written in the settings file: `A`, `Ctrl+Z`, `Enter`, `?`.
    String written();

    /// Whether it is pressed in one go with what a text field takes as typing.
    boolean isTyping();

    /// @throws IllegalArgumentException for a key that does not exist
    static Stroke of(String written) {
        if (written.length() == 1 && !Character.isLetterOrDigit(written.charAt(0))) {
            return new Typed(written);
        }
        var parts = List.of(written.split("\\+"));
        var modifiers = parts.subList(0, parts.size() - 1);
        if (!List.of("Ctrl", "Alt", "Shift").containsAll(modifiers)) {
            throw new IllegalArgumentException("'" + written + "' has a modifier that is not Ctrl, Alt or Shift");
        }
        return new Pressed(
                Pressed.code(parts.getLast()),
                modifiers.contains("Ctrl"),
                modifiers.contains("Alt"),
                modifiers.contains("Shift"));
    }

    /// A character, however this keyboard makes it.
    record Typed(String character) implements Stroke {
        boolean matches(KeyEvent typed) {
            return typed.getCharacter().equals(character) && !typed.isShortcutDown();
        }

        @Override
        public String display() {
            return character;
        }

        @Override
        public String written() {
            return character;
        }

        @Override
        public boolean isTyping() {
            return true;
        }
    }

    /// A key with exactly these modifiers. A digit is met on the number pad too.
    record Pressed(KeyCode code, boolean control, boolean alt, boolean shift) implements Stroke {
        private static final Map<KeyCode, String> ARROWS =
                Map.of(KeyCode.LEFT, "←", KeyCode.RIGHT, "→", KeyCode.UP, "↑", KeyCode.DOWN, "↓");
        private static final Map<String, KeyCode> NAMED = Map.of("Esc", KeyCode.ESCAPE);

        boolean matches(KeyEvent pressed) {
            return isSameKey(pressed.getCode())
                    && pressed.isShortcutDown() == control
                    && pressed.isAltDown() == alt
                    && pressed.isShiftDown() == shift;
        }

        @Override
        public String display() {
            String name = ARROWS.get(code);
            return (name == null ? written() : written().replace(code.getName(), name)).replace('+', ' ');
        }

        @Override
        public String written() {
            var parts = new ArrayList<String>();
            if (control) {
                parts.add("Ctrl");
            }
            if (alt) {
                parts.add("Alt");
            }
            if (shift) {
                parts.add("Shift");
            }
            parts.add(code == KeyCode.ESCAPE ? "Esc" : code.getName());
            return String.join("+", parts);
        }

        @Override
        public boolean isTyping() {
            return !control && !alt && !code.isFunctionKey();
        }

        static KeyCode code(String name) {
            if (NAMED.containsKey(name)) {
                return NAMED.get(name);
            }
            var code = KeyCode.getKeyCode(name);
            if (code == null) {
                throw new IllegalArgumentException("there is no key '" + name + "'");
            }
            return code;
        }

        private boolean isSameKey(KeyCode pressed) {
            return pressed == code
                    || code.isDigitKey()
                            && pressed.isKeypadKey()
                            && pressed.getName().toLowerCase(Locale.ROOT).endsWith(" " + code.getName());
        }
    }
}
