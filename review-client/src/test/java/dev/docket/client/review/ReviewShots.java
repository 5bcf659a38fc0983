package dev.docket.client.review;

import dev.docket.client.common.explain.SampleExplanations;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.SampleTasks;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.media.Region;
import dev.docket.client.common.media.Stretch;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.queue.Looking;
import dev.docket.dto.review.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Draws the real screen in its states to `target/screens`, to be looked at. Not part of the tests: run it by name.
class ReviewShots {
    private static final Path FOLDER = Path.of("target", "screens");
    /// What a window of 1280 x 800 and one of 1000 x 800 leave beside the rail and under the top bar.
    private static final int WIDE = 1224;

    private static final int NARROW = 944;
    private static final int HEIGHT = 752;

    private final InlineBackground background = new InlineBackground();
    private final FakeFloor floor = new FakeFloor();
    private final FakeOutbox outbox = new FakeOutbox();
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
            String name = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            shoot(name, SampleTasks.harassment(), model -> {});
            shoot(name + "-chosen", SampleTasks.harassment(), ReviewShots::choose);
        }
    }

    @Test
    void items() throws Exception {
        shoot("harmless", SampleTasks.harmless(), ReviewViewModel::approve);
        shoot("arabic", SampleTasks.arabic(), model -> {});
        shoot("long", SampleTasks.longText(), model -> {});
        shoot("unscored", SampleTasks.unscored(), model -> {});
        shoot("policy-text", SampleTasks.harassment(), model -> {}, KeyCode.P);
        shoot("skip", SampleTasks.harassment(), model -> {}, KeyCode.S);
        shoot("refused", SampleTasks.harassment(), this::beRefused);
        shoot("selection", SampleTasks.harassment(), ReviewShots::choose, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        shoot("lost", SampleTasks.harassment(), this::loseIt);
        shoot("precedent", SampleTasks.harassment(), model -> {
            model.finding().highlight().choose("spam");
            model.finding().precedents().step(1);
        });
        shoot("hint", SampleTasks.harassment(), ReviewViewModel::decide);
        width = NARROW;
        shoot("narrow", SampleTasks.harassment(), ReviewShots::choose);
        width = WIDE;
        locale = Locale.GERMAN;
        shoot("german", SampleTasks.harassment(), ReviewShots::choose);
    }

    @Test
    void notices() throws Exception {
        for (var each : List.of(Theme.LIGHT, Theme.DARK)) {
            theme = each;
            shoot(
                    "notice-" + each.name().toLowerCase(Locale.ROOT),
                    SampleTasks.harassment(),
                    ReviewShots::choose,
                    KeyCode.I);
        }
    }

    @Test
    void explanations() throws Exception {
        var task = SampleTasks.harassment();
        for (var each : List.of(Theme.LIGHT, Theme.DARK)) {
            theme = each;
            String name = "-" + each.name().toLowerCase(Locale.ROOT);
            floor.explanations.clear();
            floor.explanations.add(SampleExplanations.running(0.4));
            shoot("explaining" + name, task, model -> {}, KeyCode.X);
            floor.explanations.clear();
            floor.explanations.add(
                    SampleExplanations.done(String.valueOf(task.item().text())));
            shoot("explained" + name, task, model -> {}, KeyCode.X);
        }
        width = NARROW;
        locale = Locale.GERMAN;
        shoot("explained-german-narrow", task, model -> {}, KeyCode.X);
    }

    @Test
    void darkItems() throws Exception {
        theme = Theme.DARK;
        shoot("spam", SampleTasks.spam(), model -> {});
        shoot("covered", SampleTasks.severe(), model -> {});
        shoot("escalate", SampleTasks.harassment(), model -> {}, KeyCode.E);
        shoot("working-offline", SampleTasks.harassment(), this::workOffline);
    }

    @Test
    void colleagues() throws Exception {
        floor.others.add(new Looking.Person("p-2", "Mina Okafor", true));
        for (var each : List.of(Theme.LIGHT, Theme.DARK)) {
            theme = each;
            String name = "-" + each.name().toLowerCase(Locale.ROOT);
            shoot("looking" + name, SampleTasks.harassment(), model -> background.advance(Onlookers.AFTER));
            shoot("ask" + name, SampleTasks.harassment(), model -> {}, KeyCode.Q);
            shoot("ask-blind" + name, SampleTasks.second(), model -> {}, KeyCode.Q);
            shoot("hold" + name, SampleTasks.harassment(), model -> {}, KeyCode.K);
            shoot("hand-over" + name, SampleTasks.harassment(), model -> {}, KeyCode.E);
            shoot("kept-answered" + name, SampleTasks.harassment(), this::beAnswered);
        }
        locale = Locale.GERMAN;
        width = NARROW;
        shoot("ask-german-narrow", SampleTasks.harassment(), model -> background.advance(Onlookers.AFTER), KeyCode.Q);
        floor.others.clear();
    }

    @Test
    void media() throws Exception {
        for (var each : List.of(Theme.LIGHT, Theme.DARK)) {
            theme = each;
            String name = "-" + each.name().toLowerCase(Locale.ROOT);
            shoot("media-blurred" + name, SampleTasks.pictures(), model -> {});
            shoot("media-writing" + name, SampleTasks.writing(), model -> {}, KeyCode.V);
            shoot("media-grey" + name, SampleTasks.pictures(), model -> {}, KeyCode.V);
            shoot("media-map" + name, SampleTasks.pictures(), ReviewShots::markPlaces, KeyCode.Y);
            shoot("media-draft" + name, SampleTasks.pictures(), ReviewShots::choose, KeyCode.V, KeyCode.G);
            shoot(
                    "media-missing" + name,
                    SampleTasks.pictures(),
                    model -> model.finding().gallery().select(2));
            shoot("media-video" + name, SampleTasks.video(), ReviewShots::markSeconds);
        }
        locale = Locale.GERMAN;
        width = NARROW;
        shoot("media-german-narrow", SampleTasks.video(), ReviewShots::choose, KeyCode.V);
        shoot("media-writing-german-narrow", SampleTasks.writing(), model -> {}, KeyCode.V);
    }

    private static void markSeconds(ReviewViewModel model) {
        model.finding().press(model.finding().policies().get(0), null);
        model.finding().cover().revealAll();
        model.finding().mark(Stretch.second(0, 5));
        model.finding().mark(Stretch.second(0, 7));
    }

    private static void markPlaces(ReviewViewModel model) {
        model.finding().press(model.finding().policies().get(0), null);
        model.finding().cover().revealAll();
        model.finding().mark(new Region(0, 0.2, 0.25, 0.3, 0.4));
    }

    private void beAnswered(ReviewViewModel model) {
        model.holdFor(Duration.ofMinutes(30), null);
        model.ask("mina", "Is this satire? They quote the film.");
        floor.answers.add(SampleTasks.answered("task-harassment", "It is a line from the film, but he means her."));
        model.happened(new LiveEvent("question.answered", Map.of()));
        floor.answers.clear();
    }

    @Test
    void withoutAnItem() throws Exception {
        shoot("empty", null, model -> {});
        background.hold();
        shoot("loading", null, model -> {});
        background.release();
        floor.offline = true;
        shoot("offline", null, model -> {});
        floor.offline = false;
        floor.refuses = Slug.FORBIDDEN;
        shoot("error", null, model -> {});
    }

    private static void choose(ReviewViewModel model) {
        model.finding().press(model.finding().policies().get(0), new Span(13, 18));
        model.finding().press(model.finding().policies().get(1), null);
        model.finding().moreSevere();
        model.finding().noteProperty().set("Second time this week, see the thread.");
    }

    private void beRefused(ReviewViewModel model) {
        choose(model);
        model.decide();
        outbox.refuse("key-" + outbox.taskIds.size(), Slug.ALREADY_DECIDED);
    }

    private void loseIt(ReviewViewModel model) {
        choose(model);
        floor.lost.add("task-harassment");
        background.advance(Leases.RENEW_EVERY);
        floor.lost.clear();
    }

    private void workOffline(ReviewViewModel model) {
        floor.offline = true;
        choose(model);
        model.decide();
        model.approve();
        floor.offline = false;
    }

    private void shoot(String name, @Nullable Task task, Consumer<ReviewViewModel> prepare, KeyCode... keys)
            throws Exception {
        var drawing = new FutureTask<>(() -> draw(task, prepare, keys));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("review-" + name + ".png").toFile());
    }

    private WritableImage draw(@Nullable Task task, Consumer<ReviewViewModel> prepare, KeyCode... keys)
            throws IOException {
        floor.waiting.clear();
        if (task != null) {
            floor.with(task, SampleTasks.named("b"), SampleTasks.named("c"), SampleTasks.named("d"));
        }
        var model = new ReviewViewModel(floor, outbox, background, background.clock());
        model.open();
        var scene = new Scene(load(model, locale), width, HEIGHT);
        theme.apply(scene);
        prepare.accept(model);
        scene.snapshot(null);
        for (var key : keys) {
            Event.fireEvent(
                    scene.lookup(".item-content"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", key.getName(), key, false, false, false, false));
        }
        // A viewport keeps a picture of itself that nothing refreshes without a window.
        scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        scene.snapshot(null);
        var image = scene.snapshot(null);
        model.close();
        return image;
    }

    static Parent load(ReviewViewModel model, Locale locale) throws IOException {
        var loader = new FXMLLoader(ReviewView.class.getResource("View.fxml"));
        loader.setControllerFactory(type -> new ReviewView(model, new Messages(locale), new Shortcuts()));
        return loader.load();
    }
}
