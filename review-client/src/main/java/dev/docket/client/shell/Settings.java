package dev.docket.client.shell;

import dev.docket.client.common.shortcut.Keymap;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Stroke;
import dev.docket.client.common.theme.Theme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was chosen on this computer: theme, keys, and who signed in last.
///
/// A plain properties file that a person may edit: `theme=dark`, `key.skip=X`. A line that makes no sense is passed
/// over, because a typing error must not keep anybody from work. Nothing here is secret.
final class Settings {
    private static final Logger log = LoggerFactory.getLogger(Settings.class);
    private static final String THEME = "theme";
    private static final String KEY = "key.";
    private static final String LAST_NAME = "last-name.";

    private final Path file;
    private final Properties properties = new Properties();

    private Settings(Path file) {
        this.file = file;
    }

    static Settings of(Path file) {
        var settings = new Settings(file);
        if (Files.isReadable(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                settings.properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                log.atWarn().log("The settings could not be read; the standard ones are used");
            }
        }
        return settings;
    }

    Theme theme() {
        return switch (properties.getProperty(THEME, "")) {
            case "dark" -> Theme.DARK;
            case "high-contrast" -> Theme.HIGH_CONTRAST;
            default -> Theme.LIGHT;
        };
    }

    void theme(Theme theme) {
        set(THEME, theme.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// The person's keys; the standard ones when two of the chosen would clash.
    Keymap keymap() {
        var keymap = Keymap.with(chosenKeys());
        if (keymap.clashes().isEmpty()) {
            return keymap;
        }
        log.atWarn()
                .addKeyValue("clashes", keymap.clashes().size())
                .log("Chosen keys clash; the standard ones are used");
        return Keymap.standard();
    }

    String lastName(URI server) {
        return properties.getProperty(LAST_NAME + DeskHome.hash(server.toString()), "");
    }

    void lastName(URI server, String name) {
        set(LAST_NAME + DeskHome.hash(server.toString()), name);
    }

    private Map<Shortcut, Stroke> chosenKeys() {
        var chosen = new EnumMap<Shortcut, Stroke>(Shortcut.class);
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(KEY)) {
                Shortcut.of(name.substring(KEY.length())).ifPresent(shortcut -> choose(chosen, shortcut, name));
            }
        }
        return chosen;
    }

    private void choose(Map<Shortcut, Stroke> chosen, Shortcut shortcut, String name) {
        try {
            chosen.put(shortcut, Stroke.of(properties.getProperty(name).strip()));
        } catch (IllegalArgumentException e) {
            log.atWarn().addKeyValue("setting", name).log("A chosen key does not exist");
        }
    }

    private void set(String name, String value) {
        if (value.equals(properties.setProperty(name, value))) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            try (var writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.atWarn().setCause(e).log("The settings could not be kept");
        }
    }
}
