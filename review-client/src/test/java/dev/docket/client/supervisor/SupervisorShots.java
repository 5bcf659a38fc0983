package dev.docket.client.supervisor;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.media.Region;
import dev.docket.client.common.media.Stretch;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.floor.Forecast;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/// Draws the supervisor's screen in its states to `target/screens`, to be looked at. Not part of the tests: run it by
/// name.
class SupervisorShots {
    private static final Path FOLDER = Path.of("target", "screens");
    private static final int WIDE = 1304;
    private static final int NARROW = 944;
    private static final int HEIGHT = 812;

    private final InlineBackground background = new InlineBackground();
    private final FakeSupervisorApi floor = new FakeSupervisorApi();
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
            shoot(name, model -> {});
            shoot(name + "-agreement", model -> model.agreement().open(null));
            shoot(name + "-outlook", model -> model.lookAhead("harassment"));
            shoot(name + "-golden", model -> {
                model.golden().open();
                model.golden().step(2);
            });
            shoot(name + "-calibrations", model -> model.calibrations().open());
            shoot(name + "-person", model -> model.person().open("p2", "Jonas Brandt"));
            shoot(name + "-disputed", model -> take(model).choose(Side.RIGHT));
        }
    }

    @Test
    void marks() throws Exception {
        for (var each : new Theme[] {Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST}) {
            theme = each;
            String name = "-" + each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            shoot("marks-text" + name, model -> {
                var own = anew(model, FakeSupervisorApi.disputed());
                own.press(own.policies().getFirst(), new Span(13, 18));
                own.mark(new Span(20, 34));
            });
            shoot("marks-image" + name, model -> {
                var own = anew(model, FakeSupervisorApi.disputedPictures());
                own.press(own.policies().getFirst(), null);
                own.cover().revealAll();
                own.mark(new Region(0, 0.35, 0.4, 0.3, 0.4));
            });
            shoot("marks-video" + name, model -> {
                var own = anew(model, FakeSupervisorApi.disputedVideo());
                own.press(own.policies().getFirst(), null);
                own.cover().revealAll();
                own.mark(Stretch.second(0, 6));
                own.mark(Stretch.second(0, 8));
            });
        }
        theme = Theme.LIGHT;
        locale = Locale.GERMAN;
        shoot("marks-german", model -> {
            anew(model, FakeSupervisorApi.disputedPictures()).explainMarks();
            model.adjudication().cover().revealAll();
        });
    }

    private Adjudication anew(SupervisorViewModel model, Task task) {
        floor.waiting.clear();
        floor.waiting.add(task);
        model.adjudication().takeNext();
        model.adjudication().decideAnew();
        return model.adjudication();
    }

    @Test
    void states() throws Exception {
        shoot("anew", model -> {
            var disputed = take(model);
            disputed.decideAnew();
            disputed.press(disputed.policies().get(1), null);
            disputed.toggleGolden();
        });
        shoot("move", model -> model.prepareMove("spam", false));
        shoot("calibration-new", model -> {
            model.calibrations().open();
            model.calibrations().begin(model.people());
        });
        shoot("person-sent", model -> {
            model.person().open("p2", "Jonas Brandt");
            model.person().note("Read the thread above it: he quotes what she had said the day before.");
            model.person().send();
        });
        shoot("reassign", model -> {
            model.prepareReassign(model.floorProperty().get().needs().getFirst(), "Disagreement  ·  Harassment");
            model.picking().step(1);
        });
        shoot("hand-on", model -> model.prepareHandOn("p2"));
        shoot("outlook", model -> model.lookAhead("harassment"));
        shoot("division", model -> model.prepareDivision("harassment"));
        shoot("proposal", model -> model.proposals().answerFirst());
        shoot("settled", model -> {
            var disputed = take(model);
            disputed.choose(Side.LEFT);
            disputed.decide();
        });
        width = NARROW;
        shoot("narrow", model -> {});
        shoot("narrow-disputed", model -> take(model).choose(Side.LEFT));
        width = WIDE;
        locale = Locale.GERMAN;
        shoot("german", model -> take(model).choose(Side.LEFT));
        shoot("german-needs", model -> model.prepareMove("spam", true));
    }

    @Test
    void withoutMuch() throws Exception {
        floor.floor = FakeSupervisorApi.quiet();
        floor.quality = QualityFigures.NONE;
        floor.proposals.clear();
        floor.forecast = new Forecast(0, null, List.of());
        shoot("no-outlook", model -> model.lookAhead("harassment"));
        shoot("empty", model -> {});
        background.hold();
        shoot("loading", model -> {});
        background.release();
        floor.offline = true;
        shoot("offline", model -> {});
        floor.offline = false;
        floor.refuses = Slug.FORBIDDEN;
        shoot("error", model -> {});
    }

    private Adjudication take(SupervisorViewModel model) {
        floor.waiting.clear();
        floor.waiting.add(FakeSupervisorApi.disputed());
        model.adjudication().takeNext();
        return model.adjudication();
    }

    private void shoot(String name, Consumer<SupervisorViewModel> prepare) throws Exception {
        var drawing = new FutureTask<>(() -> draw(prepare));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("supervisor-" + name + ".png").toFile());
    }

    private WritableImage draw(Consumer<SupervisorViewModel> prepare) throws IOException {
        var model = new SupervisorViewModel(floor, background, background.clock(), wave -> {});
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

    static Parent load(SupervisorViewModel model, Locale locale) throws IOException {
        var loader = new FXMLLoader(SupervisorView.class.getResource("View.fxml"));
        loader.setControllerFactory(type -> new SupervisorView(model, new Messages(locale), new Shortcuts()));
        return loader.load();
    }
}
