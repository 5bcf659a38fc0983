package dev.docket.client.people;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.people.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
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

/// Draws the people and system screen in its states to `target/screens`, to be looked at. Not part of the tests: run
/// it by name.
class PeopleShots {
    private static final Path FOLDER = Path.of("target", "screens");

    private final InlineBackground background = new InlineBackground();
    private final FakePeopleApi floor = new FakePeopleApi();
    private final FakeFiltersApi filters = new FakeFiltersApi();
    private Theme theme = Theme.LIGHT;
    private Locale locale = Locale.ENGLISH;

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(FOLDER);
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void themes() throws Exception {
        for (var each : Theme.values()) {
            theme = each;
            String name = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            shoot(name, model -> model.open(floor.accounts.get(1)));
            shoot(name + "-webhooks", model -> {
                model.go(Section.WEBHOOKS);
                model.webhooks().delete();
            });
            shoot(name + "-audit", model -> {
                model.go(Section.AUDIT);
                model.verify();
            });
        }
    }

    @Test
    void sections() throws Exception {
        shoot("list", model -> {});
        shoot("keys", model -> model.go(Section.KEYS));
        shoot("secret", model -> {
            model.go(Section.KEYS);
            model.makeKey("shop", Set.of(Scope.CLASSIFY));
        });
        shoot("webhooks", model -> model.go(Section.WEBHOOKS));
        shoot("health", model -> model.go(Section.HEALTH));
        locale = Locale.GERMAN;
        shoot("german", model -> model.open(floor.accounts.get(2)));
        floor.offline = true;
        shoot("offline", model -> {});
    }

    @Test
    void filters() throws Exception {
        for (var each : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            theme = each;
            String name = each.name().toLowerCase(Locale.ROOT);
            shoot(name + "-banks", model -> {
                model.go(Section.BANKS);
                model.banks().selectEntry(filters.hashes.getFirst());
                model.banks().fill(imported());
            });
            shoot(name + "-lists", model -> {
                model.go(Section.LISTS);
                model.lists().show(FilterSection.Side.LOOK);
                model.lists().tryText("Hello all, get your fr33 crypt0 today, only today!", "");
            });
        }
        theme = Theme.LIGHT;
        shoot("banks-new", model -> {
            model.go(Section.BANKS);
            model.banks().show(FilterSection.Side.NEW);
        });
        filters.banks.clear();
        shoot("banks-empty", model -> model.go(Section.BANKS));
        locale = Locale.GERMAN;
        shoot("lists-german", model -> model.go(Section.LISTS));
    }

    private static Path imported() {
        try {
            var file = Files.createTempFile("hashes", ".txt");
            return Files.writeString(file, "aa\n".repeat(2_000) + "bad\n".repeat(3));
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    private void shoot(String name, Consumer<PeopleViewModel> prepare) throws Exception {
        var drawing = new FutureTask<>(() -> draw(prepare));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("people-" + name + ".png").toFile());
    }

    private WritableImage draw(Consumer<PeopleViewModel> prepare) throws IOException {
        var model = new PeopleViewModel(floor, filters, background);
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

    static Parent load(PeopleViewModel model, Locale locale) throws IOException {
        var loader = new FXMLLoader(PeopleView.class.getResource("View.fxml"));
        loader.setControllerFactory(
                type -> new PeopleView(model, new Messages(locale), new Shortcuts(), owner -> null));
        return loader.load();
    }
}
