package dev.docket.client.insights;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/// Draws the Insights screen in its states to `target/screens`, to be looked at. Not part of the tests: run it by name.
class InsightsShots {
    private static final Path FOLDER = Path.of("target", "screens");
    private static final int WIDE = 1224;
    private static final int NARROW = 944;
    private static final int HEIGHT = 752;

    private InlineBackground background = new InlineBackground();
    private final FakeInsightsApi floor = new FakeInsightsApi();
    private Theme theme = Theme.LIGHT;
    private Locale locale = Locale.ENGLISH;
    private Role[] roles = {Role.MODERATOR, Role.SENIOR, Role.SUPERVISOR};
    private int width = WIDE;
    private int height = HEIGHT;

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(FOLDER);
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void themes() throws Exception {
        for (var each : Theme.values()) {
            theme = each;
            shoot(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), InsightsShots::point);
        }
    }

    @Test
    void states() throws Exception {
        height = 1120;
        shoot("all", InsightsShots::point);
        theme = Theme.DARK;
        shoot("all-dark", InsightsShots::point);
        theme = Theme.LIGHT;
        height = HEIGHT;
        locale = Locale.GERMAN;
        shoot("german", InsightsShots::point);
        locale = Locale.ENGLISH;
        roles = new Role[] {Role.MODERATOR};
        width = NARROW;
        shoot("moderator", InsightsShots::point);
        width = WIDE;
        roles = new Role[] {Role.MODERATOR, Role.SENIOR, Role.SUPERVISOR};
        background.hold();
        shoot("loading", model -> {});
        background = new InlineBackground();
        floor.panels.replaceAll((name, full) ->
                new Insight(name, full.from(), full.to(), full.shape(), full.unit(), full.wish(), List.of()));
        shoot("empty", model -> {});
        floor.offline = true;
        shoot("offline", model -> {});
    }

    private static void point(InsightsViewModel model) {
        model.go(2);
        for (int value = 0; value < 12; value++) {
            model.step(1);
        }
    }

    private void shoot(String name, Consumer<InsightsViewModel> prepare) throws Exception {
        var drawing = new FutureTask<>(() -> draw(prepare));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("insights-" + name + ".png").toFile());
    }

    private WritableImage draw(Consumer<InsightsViewModel> prepare) throws IOException {
        var messages = new Messages(locale);
        var person = new PersonView("p1", "p", "P", Set.of(roles), List.of(), List.of("*"), List.of("*"), Map.of());
        var panels = Panels.of(person, floor, background, messages);
        var model = new InsightsViewModel(panels.stream().map(Panel::model).toList(), background);
        var scene = new Scene(load(model, panels, messages), width, height);
        theme.apply(scene);
        model.open();
        prepare.accept(model);
        scene.snapshot(null);
        scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        var image = scene.snapshot(null);
        model.close();
        return image;
    }

    static Parent load(InsightsViewModel model, List<Panel> panels, Messages messages) throws IOException {
        var loader = new FXMLLoader(InsightsView.class.getResource("View.fxml"));
        loader.setControllerFactory(
                type -> new InsightsView(model, panels, messages, new Shortcuts(), (owner, name) -> null));
        return loader.load();
    }
}
