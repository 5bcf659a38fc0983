package dev.docket.client.common.shortcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.client.common.i18n.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeymapTest {
    @Test
    void noTwoShortcutsOfAScopeShareAKey() {
        assertThat(Keymap.standard().clashes()).isEmpty();
    }

    @Test
    void aClashIsFound() {
        var clashing = Keymap.with(Map.of(Shortcut.SKIP, Stroke.of("A")));

        assertThat(clashing.clashes())
                .containsExactly(new Keymap.Clash(Shortcut.APPROVE, Shortcut.SKIP, Stroke.of("A")));
    }

    @Test
    void aKeyOfEverywhereClashesInEveryScope() {
        var clashing = Keymap.with(Map.of(Shortcut.PALETTE, Stroke.of("Ctrl+Z")));

        var key = Stroke.of("Ctrl+Z");
        assertThat(clashing.clashes())
                .containsExactly(
                        new Keymap.Clash(Shortcut.PALETTE, Shortcut.UNDO, key),
                        new Keymap.Clash(Shortcut.PALETTE, Shortcut.TAKE_BACK, key));
    }

    @Test
    void idsAreUnique() {
        assertThat(Arrays.stream(Shortcut.values()).map(Shortcut::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Shortcut.class)
    void everyShortcutIsNamed(Shortcut shortcut) {
        assertThat(new Messages(Locale.ENGLISH).has(shortcut.messageKey())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "Ctrl+Z", "Enter", "Esc", "F6", "[", "?", "Ctrl+Shift+Down", "9"})
    void aStrokeIsReadAsItIsWritten(String written) {
        assertThat(Stroke.of(written).written()).isEqualTo(written);
    }

    @Test
    void aKeyThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> Stroke.of("Ctrl+Hyper")).hasMessageContaining("Hyper");
    }
}
