package dev.docket.client.review;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws the real screen in its states to `target/screens`, to be looked at. Not part of the tests: run it by name.
class ReviewShots {
    private static final Path FOLDER = Path.of("target", "screens");

    private final InlineBackground background = new InlineBackground();
    private final FakeFloor floor = new FakeFloor();
    private final FakeOutbox outbox = new FakeOutbox();

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(FOLDER);
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
    }

    @Test
    void shots() throws Exception {
        for (var theme : Theme.values()) {
            String name = theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
            shoot(name, theme, 1224, 752, SampleTasks.harassment(), model -> {});
            shoot(name + "-chosen", theme, 1224, 752, SampleTasks.harassment(), ReviewShots::choose);
        }
        shoot("narrow", Theme.LIGHT, 944, 752, SampleTasks.harassment(), ReviewShots::choose);
        shoot("harmless", Theme.LIGHT, 1224, 752, SampleTasks.harmless(), ReviewShots::decideTwice);
        shoot("spam", Theme.DARK, 1224, 752, SampleTasks.spam(), model -> {});
        shoot("arabic", Theme.LIGHT, 1224, 752, SampleTasks.arabic(), model -> {});
        shoot("long", Theme.LIGHT, 1224, 752, SampleTasks.longText(), model -> {});
        shoot("unscored", Theme.LIGHT, 1224, 752, SampleTasks.unscored(), model -> {});
        shoot("covered", Theme.DARK, 1224, 752, SampleTasks.severe(), model -> {});
    }

    @Test
    void states() throws Exception {
        shootState("empty", model -> {});
        floor.offline = true;
        shootState("offline", model -> {});
        floor.offline = false;
        floor.refuses = Slug.FORBIDDEN;
        shootState("error", model -> {});
    }

    private static void choose(ReviewViewModel model) {
        model.press(model.policies().get(0), new Span(13, 18));
        model.press(model.policies().get(1), null);
        model.moreSevere();
        model.noteProperty().set("Second time this week, see the thread.");
    }

    private static void decideTwice(ReviewViewModel model) {
        model.approve();
    }

    private void shootState(String name, Consumer<ReviewViewModel> prepare) throws Exception {
        shoot(name, Theme.LIGHT, 1224, 752, null, prepare);
    }

    private void shoot(
            String name, Theme theme, int width, int height, @Nullable Task task, Consumer<ReviewViewModel> prepare)
            throws Exception {
        var drawing = new FutureTask<>(() -> draw(theme, width, height, task, prepare));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("review-" + name + ".png").toFile());
    }

    private WritableImage draw(
            Theme theme, int width, int height, @Nullable Task task, Consumer<ReviewViewModel> prepare)
            throws IOException {
        floor.waiting.clear();
        if (task != null) {
            floor.with(task, SampleTasks.named("b"), SampleTasks.named("c"), SampleTasks.named("d"));
        }
        var model = new ReviewViewModel(floor, outbox, background, background.clock());
        model.open();
        var scene = new Scene(load(model), width, height);
        theme.apply(scene);
        prepare.accept(model);
        var image = scene.snapshot(null);
        model.close();
        return image;
    }

    static Parent load(ReviewViewModel model) throws IOException {
        var loader = new FXMLLoader(ReviewView.class.getResource("View.fxml"));
        loader.setControllerFactory(type -> new ReviewView(model, new Messages(Locale.ENGLISH), new Shortcuts()));
        return loader.load();
    }
}
