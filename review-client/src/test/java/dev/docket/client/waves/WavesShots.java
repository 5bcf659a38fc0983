package dev.docket.client.waves;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

/// Draws the waves screen in its states to `target/screens`, to be looked at. Not part of the tests: run it by name.
class WavesShots {
    private static final Path FOLDER = Path.of("target", "screens");
    private static final int WIDE = 1224;
    private static final int NARROW = 944;
    private static final int HEIGHT = 752;

    private InlineBackground background = new InlineBackground();
    private FakeWavesApi floor = new FakeWavesApi();
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
            shoot(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), WavesShots::choose);
        }
    }

    @Test
    void media() throws Exception {
        shoot("media", model -> go(model, "w1"));
        theme = Theme.DARK;
        shoot("media-dark", model -> {
            go(model, "w1");
            model.wave().cover().reveal();
        });
    }

    @Test
    void states() throws Exception {
        shoot("asked", model -> go(model, "a1"));
        shoot("differ", model -> {
            go(model, "b1");
            model.wave().takeSide(0);
        });
        theme = Theme.DARK;
        shoot("differ-dark", model -> go(model, "b1"));
        shoot("asked-dark", model -> {
            go(model, "a1");
            model.wave().approveItems();
        });
        theme = Theme.LIGHT;
        locale = Locale.GERMAN;
        shoot("german", WavesShots::choose);
        locale = Locale.ENGLISH;
        width = NARROW;
        shoot("narrow", WavesShots::choose);
        width = WIDE;
        theme = Theme.DARK;
        shoot("decided", model -> {
            choose(model);
            model.wave().decide();
        });
        shoot("over", model -> {
            choose(model);
            model.wave().decide();
            background.advance(java.time.Duration.ofSeconds(20));
        });
        shoot("progress", model -> {
            choose(model);
            background.hold();
            model.wave().decide();
            model.happened(new LiveEvent(
                    "wave.changed",
                    Map.of("wave", "d-w1", "leader", "w1", "state", "DECIDING", "size", 3, "decided", 2)));
        });
        background = new InlineBackground();
        background.hold();
        shoot("loading", model -> {});
        background = new InlineBackground();
        floor.waves.clear();
        shoot("empty", model -> {});
        floor.offline = true;
        shoot("offline", model -> {});
        floor.offline = false;
        floor.refuses = Slug.INTERNAL;
        shoot("error", model -> {});
    }

    private static void choose(WavesViewModel model) {
        go(model, "w1");
        model.wave().toggle("w1-2");
        model.wave().press(model.policiesProperty().get().getLast());
    }

    private static void go(WavesViewModel model, String id) {
        Objects.requireNonNull(model.wavesProperty().get()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .ifPresent(model::open);
    }

    private void shoot(String name, Consumer<WavesViewModel> prepare) throws Exception {
        if (!floor.offline && floor.refuses == null && !name.equals("empty")) {
            floor = new FakeWavesApi();
            floor.add(FakeWavesApi.waiting("w1", "spam", 7));
            floor.add(FakeWavesApi.made(
                    "a1",
                    FakeWavesApi.waiting("x", "harassment", 31),
                    WaveState.AWAITING_APPROVAL,
                    FakeWavesApi.ANA,
                    Set.of("x-3"),
                    Outcome.VIOLATION,
                    List.of(new Violation("harassment", 2, null, null, null))));
            floor.add(FakeWavesApi.disputed("b1", 9));
        }
        floor.pictured = name.startsWith("media") ? "w1" : null;
        var drawing = new FutureTask<>(() -> draw(prepare));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("waves-" + name + ".png").toFile());
    }

    private WritableImage draw(Consumer<WavesViewModel> prepare) throws IOException {
        var model = new WavesViewModel(floor, background, background.clock());
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

    static Parent load(WavesViewModel model, Locale locale) throws IOException {
        var loader = new FXMLLoader(WavesView.class.getResource("View.fxml"));
        loader.setControllerFactory(type -> new WavesView(model, new Messages(locale), new Shortcuts()));
        return loader.load();
    }
}
