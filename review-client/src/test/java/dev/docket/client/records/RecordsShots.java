package dev.docket.client.records;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.people.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Draws the Records screen in its states to `target/screens`, to be looked at. Not part of the tests: run
/// it by name.
class RecordsShots {
    private static final Path FOLDER = Path.of("target", "screens");

    private final InlineBackground background = new InlineBackground();
    private final FakeRecordsApi floor = new FakeRecordsApi();
    private Theme theme = Theme.LIGHT;
    private Locale locale = Locale.ENGLISH;

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(FOLDER);
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void sections() throws Exception {
        for (var each : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            theme = each;
            String name = each.name().toLowerCase(Locale.ROOT);
            shoot(name + "-transparency", model -> {});
            shoot(name + "-ncmec", model -> {
                model.go(Section.NCMEC);
                model.reports().preview();
            });
            floor.incomplete = true;
            shoot(name + "-export", model -> {
                model.go(Section.EXPORT);
                model.keep(temporary());
            });
        }
        theme = Theme.LIGHT;
        shoot("ncmec-new", model -> {
            model.go(Section.NCMEC);
            model.reports().begin();
        });
        locale = Locale.GERMAN;
        shoot("german", model -> {});
        shoot("german-export", model -> model.go(Section.EXPORT));
        shoot("german-ncmec", model -> {
            model.go(Section.NCMEC);
            model.reports().select(floor.reports.get(1));
        });
        floor.empty = true;
        shoot("empty", model -> {});
        floor.offline = true;
        shoot("offline", model -> {});
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("records").resolve("statements-2026-10-01-2026-10-31");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void shoot(String name, Consumer<RecordsViewModel> prepare) throws Exception {
        var drawing = new FutureTask<>(() -> draw(prepare));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("records-" + name + ".png").toFile());
    }

    private WritableImage draw(Consumer<RecordsViewModel> prepare) throws IOException {
        var model = new RecordsViewModel(
                floor, background, background.clock(), RecordsViewModelTest.person(Role.SUPERVISOR));
        var scene = new Scene(load(model, locale), 1304, 812);
        theme.apply(scene);
        model.open();
        prepare.accept(model);
        scene.snapshot(null);
        scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        var image = scene.snapshot(null);
        model.close();
        return image;
    }

    static Parent load(RecordsViewModel model, Locale locale) throws IOException {
        var loader = new FXMLLoader(RecordsView.class.getResource("View.fxml"));
        loader.setControllerFactory(
                type -> new RecordsView(model, new Messages(locale), new Shortcuts(), (owner, name) -> null));
        return loader.load();
    }
}
