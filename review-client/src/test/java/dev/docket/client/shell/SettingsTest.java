package dev.docket.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Stroke;
import dev.docket.client.common.theme.Theme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final URI SERVER = URI.create("http://127.0.0.1:8080");

    @TempDir
    Path folder;

    @Test
    void nothingChosenMeansTheStandard() {
        var settings = settings();

        assertThat(settings.theme()).isEqualTo(Theme.LIGHT);
        assertThat(settings.keymap().of(Shortcut.SKIP)).isEqualTo(Stroke.of("S"));
        assertThat(settings.lastName(SERVER)).isEmpty();
    }

    @Test
    void whatWasChosenIsThereNextTime() {
        settings().theme(Theme.HIGH_CONTRAST);
        settings().lastName(SERVER, "ann");

        assertThat(settings().theme()).isEqualTo(Theme.HIGH_CONTRAST);
        assertThat(settings().lastName(SERVER)).isEqualTo("ann");
        assertThat(settings().lastName(URI.create("http://other"))).isEmpty();
    }

    @Test
    void aChosenKeyTakesThePlaceOfTheStandardOne() throws Exception {
        write("key.skip=Z\nkey.nonsense=Y\nkey.approve=Hyper\n");

        assertThat(settings().keymap().of(Shortcut.SKIP)).isEqualTo(Stroke.of("Z"));
        assertThat(settings().keymap().of(Shortcut.APPROVE)).isEqualTo(Stroke.of("A"));
    }

    @Test
    void keysThatClashAreNotUsed() throws Exception {
        write("key.skip=A\n");

        assertThat(settings().keymap().of(Shortcut.SKIP)).isEqualTo(Stroke.of("S"));
    }

    @Test
    void aDamagedFileDoesNotKeepAnybodyFromWork() throws Exception {
        write("theme=\\uZZZZ\n");

        assertThat(settings().theme()).isEqualTo(Theme.LIGHT);
    }

    private Settings settings() {
        return Settings.of(folder.resolve("desk.properties"));
    }

    private void write(String text) throws Exception {
        Files.writeString(folder.resolve("desk.properties"), text);
    }
}
