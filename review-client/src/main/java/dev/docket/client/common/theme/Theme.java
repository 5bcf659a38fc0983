package dev.docket.client.common.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How the desk looks: AtlantaFX's Primer beneath, Docket's structure on it, one palette on top.
///
/// Every colour of the desk is a name defined in the palette (`-surface-0`, `-text-1`, `-accent`, ...); no other
/// stylesheet and no code holds a colour. Pop-ups take their look from the scene that owns them.
public enum Theme {
    LIGHT("light.css", new PrimerLight().getUserAgentStylesheet()),
    DARK("dark.css", new PrimerDark().getUserAgentStylesheet()),
    HIGH_CONTRAST("high-contrast.css", new PrimerDark().getUserAgentStylesheet());

    private static final List<String> FONTS =
            List.of("DocketInter-Regular.ttf", "DocketInter-Bold.ttf", "DocketInterMedium-Regular.ttf");

    static {
        FONTS.forEach(Theme::loadFont);
    }

    private final String palette;
    private final String base;

    Theme(String palette, String base) {
        this.palette = palette;
        this.base = base;
    }

    /// Dresses the scene; may be called again at any time to change its theme.
    public void apply(Scene scene) {
        scene.setUserAgentStylesheet(base);
        var ours = List.of(
                resource("docket.css").toExternalForm(),
                resource("screen.css").toExternalForm(),
                resource("chart.css").toExternalForm(),
                palette().toExternalForm());
        scene.getStylesheets().removeIf(sheet -> sheet.startsWith(resource("").toExternalForm()));
        scene.getStylesheets().addAll(0, ours);
    }

    URL palette() {
        return resource(palette);
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name);
    }

    private static void loadFont(String name) {
        try (InputStream font = Theme.class.getResourceAsStream("font/" + name)) {
            Font.loadFont(Objects.requireNonNull(font, name), 13);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
