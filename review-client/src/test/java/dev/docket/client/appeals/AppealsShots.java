package dev.docket.client.appeals;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.appeals.AppealBoard;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
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

/// Draws the appeals screen in its states to `target/screens`, to be looked at. Not part of the
/// tests: run it by name.
class AppealsShots {
    private static final Path FOLDER = Path.of("target", "screens");
    private static final int WIDE = 1304;
    private static final int NARROW = 944;
    private static final int HEIGHT = 812;

    private final InlineBackground background = new InlineBackground();
    private final FakeAppealsApi floor = new FakeAppealsApi();
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
            shoot(name, AppealsShots::overturning);
        }
    }

    @Test
    void states() throws Exception {
        shoot("idle", model -> {});
        shoot("taken", AppealsShots::take);
        shoot("change", model -> {
            var appeal = take(model);
            appeal.choose(Outcome.CHANGE);
            appeal.press(appeal.policies().get(1));
        });
        locale = Locale.GERMAN;
        shoot("german", AppealsShots::overturning);
        locale = Locale.ENGLISH;
        width = NARROW;
        shoot("narrow", AppealsShots::overturning);
        width = WIDE;
        floor.veiled = true;
        shoot("veiled", AppealsShots::take);
        floor.veiled = false;
        floor.board = new AppealBoard(new AppealBoard.Counts(0, 0, 0, 0), List.of());
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

    private static OpenAppeal take(AppealsViewModel model) {
        model.appeal().takeNext();
        return model.appeal();
    }

    private static void overturning(AppealsViewModel model) {
        var appeal = take(model);
        appeal.choose(Outcome.OVERTURN);
        appeal.nextSentence();
    }

    private void shoot(String name, Consumer<AppealsViewModel> prepare) throws Exception {
        var drawing = new FutureTask<>(() -> draw(prepare));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("appeals-" + name + ".png").toFile());
    }

    private WritableImage draw(Consumer<AppealsViewModel> prepare) throws IOException {
        var model = new AppealsViewModel(floor, background, background.clock(), ZoneOffset.UTC);
        var scene = new Scene(load(model, locale), width, HEIGHT);
        theme.apply(scene);
        floor.waiting.clear();
        floor.waiting.add(FakeAppealsApi.appealed());
        model.open();
        prepare.accept(model);
        background.advance(Duration.ofMillis(400));
        scene.snapshot(null);
        scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        var image = scene.snapshot(null);
        model.close();
        return image;
    }

    static Parent load(AppealsViewModel model, Locale locale) throws IOException {
        var loader = new FXMLLoader(AppealsView.class.getResource("View.fxml"));
        loader.setControllerFactory(type -> new AppealsView(model, new Messages(locale), new Shortcuts()));
        return loader.load();
    }
}
