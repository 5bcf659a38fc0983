package dev.docket.client.care;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.care.CareSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Draws the sheet of one's own exposure to `target/screens`, to be looked at. Not part of the tests: run it by name.
class CareShots {
    private static final Path FOLDER = Path.of("target", "screens");

    private FakeCareApi floor = new FakeCareApi();
    private Theme theme = Theme.LIGHT;
    private Locale locale = Locale.ENGLISH;

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(FOLDER);
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void states() throws Exception {
        for (var each : Theme.values()) {
            theme = each;
            shoot(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), model -> {});
        }
        theme = Theme.LIGHT;
        floor.reached = true;
        shoot("reached", model -> model.keep(new CareSettings(true, 50, 18_000)));
        locale = Locale.GERMAN;
        shoot("german", model -> {});
        locale = Locale.ENGLISH;
        floor = new FakeCareApi();
        floor.offline = true;
        shoot("unread", model -> model.keep(new CareSettings(true, 50, null)));
    }

    private void shoot(String name, Consumer<CareViewModel> prepare) throws Exception {
        var drawing = new FutureTask<>(() -> draw(prepare));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("care-" + name + ".png").toFile());
    }

    private WritableImage draw(Consumer<CareViewModel> prepare) {
        var model = new CareViewModel(floor, new InlineBackground());
        var root = new StackPane(new CareSheet(model, new Messages(locale), () -> {}));
        root.setPadding(new Insets(24));
        root.getStylesheets()
                .add(Objects.requireNonNull(CareShots.class.getResource("/dev/docket/client/shell/shell.css"))
                        .toExternalForm());
        var scene = new Scene(root, 640, 720);
        theme.apply(scene);
        model.look();
        prepare.accept(model);
        scene.snapshot(null);
        return scene.snapshot(null);
    }
}
