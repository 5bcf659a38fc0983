package dev.docket.client.search;

import dev.docket.client.common.explain.SampleExplanations;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.search.FoundBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

/// Draws the search screen in its states to `target/screens`, to be looked at. Not part of the tests: run it by name.
class SearchShots {
    private static final Path FOLDER = Path.of("target", "screens");
    private static final int WIDE = 1224;
    private static final int NARROW = 944;
    private static final int HEIGHT = 752;

    private final InlineBackground background = new InlineBackground();
    private final FakeSearchApi floor = new FakeSearchApi();
    private Theme theme = Theme.LIGHT;
    private Locale locale = Locale.ENGLISH;
    private int width = WIDE;

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(FOLDER);
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void themes() throws Exception {
        for (var each : Theme.values()) {
            theme = each;
            shoot(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), SearchShots::ask);
        }
    }

    @Test
    void states() throws Exception {
        floor.next = "cursor";
        shoot("like", model -> {
            ask(model);
            model.likeThis();
        });
        shoot("reversal", model -> {
            ask(model);
            model.reverse();
        });
        shoot("held", model -> {
            ask(model);
            model.select(model.hits().get(1));
        });
        shoot("media", model -> {
            ask(model);
            model.select(model.hits().getLast());
        });
        shoot("media-shown", model -> {
            ask(model);
            model.select(model.hits().getLast());
            model.cover().revealAll();
        });
        for (var each : List.of(Theme.LIGHT, Theme.DARK)) {
            theme = each;
            shoot("explained-" + each.name().toLowerCase(Locale.ROOT), model -> {
                ask(model);
                floor.explanation = SampleExplanations.done(
                        String.valueOf(model.itemProperty().get().content().text()),
                        Map.of("cheap", 1.2, "watches", 0.6, "half the price", 0.5, "Sunday", -0.1),
                        List.of("cheap", "half the price"));
                model.toggleExplanation();
            });
        }
        theme = Theme.LIGHT;
        var samples = floor.hits;
        floor.hits = Stream.concat(Stream.of(FakeSearchApi.named(FoundBy.EXTERNAL_ID)), samples.stream())
                .toList();
        shoot("named", SearchShots::ask);
        floor.hits = samples;
        shoot("start", model -> {});
        background.hold();
        shoot("loading", SearchShots::ask);
        background.release();
        width = NARROW;
        shoot("narrow", SearchShots::ask);
        width = WIDE;
        locale = Locale.GERMAN;
        shoot("german", SearchShots::ask);
        shoot("german-start", model -> {});
        locale = Locale.ENGLISH;
        floor.hits = List.of();
        shoot("nothing", SearchShots::ask);
        floor.offline = true;
        shoot("offline", SearchShots::ask);
        floor.offline = false;
        floor.refuses = Slug.FORBIDDEN;
        theme = Theme.DARK;
        shoot("error", SearchShots::ask);
    }

    @Test
    void statements() throws Exception {
        for (var each : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            theme = each;
            shoot("statement-" + each.name().toLowerCase(Locale.ROOT), model -> {
                ask(model);
                model.readStatement();
            });
        }
        locale = Locale.GERMAN;
        shoot("statement-none", model -> {
            ask(model);
            model.readStatement();
            model.statement().step(-1);
        });
    }

    private static void ask(SearchViewModel model) {
        model.textProperty().set("cheap watches");
        model.nextOutcome();
        model.nextSince();
        model.nextSince();
    }

    private void shoot(String name, Consumer<SearchViewModel> prepare) throws Exception {
        var drawing = new FutureTask<>(() -> draw(prepare));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("search-" + name + ".png").toFile());
    }

    private WritableImage draw(Consumer<SearchViewModel> prepare) throws IOException {
        var model = new SearchViewModel(floor, background, () -> FakeSearchApi.NOW, true, true);
        var scene = new Scene(load(model, locale), width, HEIGHT);
        theme.apply(scene);
        model.open();
        prepare.accept(model);
        scene.snapshot(null);
        scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        var image = scene.snapshot(null);
        model.close();
        return image;
    }

    static Parent load(SearchViewModel model, Locale locale) throws IOException {
        var loader = new FXMLLoader(SearchView.class.getResource("View.fxml"));
        loader.setControllerFactory(type -> new SearchView(model, new Messages(locale), new Shortcuts()));
        return loader.load();
    }
}
