package dev.docket.client.policies;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.people.Role;
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
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Draws the policies screen in its states to `target/screens`, to be looked at. Not part of the tests: run it by name.
class PoliciesShots {
    private static final Path FOLDER = Path.of("target", "screens");

    private final InlineBackground background = new InlineBackground();
    private final FakePoliciesApi floor = new FakePoliciesApi();
    private Theme theme = Theme.LIGHT;
    private Locale locale = Locale.ENGLISH;
    private Role role = Role.POLICY;

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
        role = Role.SUPERVISOR;
        shoot("read-only", model -> model.choose(floor.one("spam")));
        role = Role.POLICY;
        locale = Locale.GERMAN;
        shoot("german", model -> model.choose(floor.one("spam")));
        locale = Locale.ENGLISH;
        shoot("conflict", model -> {
            model.edit(draft -> draft.withText("mine"));
            floor.overtake("harassment", "Theirs", "theirs", List.of());
            model.publish();
        });
        for (var each : Theme.values()) {
            theme = each;
            String name = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            shoot(
                    "rules-" + name,
                    model -> model.edit(draft -> draft.withRules(rules -> rules.withGrace(30))),
                    "side-rules");
            shoot("automation-" + name, model -> floor.askFor("spam"), "side-automation");
            shoot("history-" + name, model -> {}, "tab-history", "version-3");
            shoot("switch-" + name, model -> {}, "policies-switch");
        }
        theme = Theme.LIGHT;
        shoot("share", model -> {}, "policies-share");
        shoot("acts", model -> model.choose(floor.one("spam")), "side-automation");
        locale = Locale.GERMAN;
        shoot("rules-german", model -> {}, "side-rules");
        locale = Locale.ENGLISH;
        shoot("trying", model -> {
            background.hold();
            model.speak("de");
        });
        background.release();
        background.hold();
        shoot("loading", model -> {});
        background.release();
        floor.offline = true;
        shoot("offline", model -> {});
    }

    @Test
    void cards() throws Exception {
        for (var each : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            theme = each;
            String name = each.name().toLowerCase(Locale.ROOT);
            shoot("new-" + name, model -> {
                model.begin();
                model.adding().confirm("No key", "", "", List.of());
            });
            shoot("example-" + name, model -> model.showExample("i-2"));
        }
    }

    /// @param pressed ids of what is pressed one after another, without `policies-` before sides and tabs
    private void shoot(String name, Consumer<PoliciesViewModel> prepare, String... pressed) throws Exception {
        var drawing = new FutureTask<>(() -> draw(prepare, pressed));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("policies-" + name + ".png").toFile());
    }

    private WritableImage draw(Consumer<PoliciesViewModel> prepare, String... pressed) throws IOException {
        var model = new PoliciesViewModel(floor, background, FakePoliciesApi.person(role));
        var scene = new Scene(load(model, locale), 1304, 812);
        theme.apply(scene);
        model.open();
        prepare.accept(model);
        scene.snapshot(null);
        for (String id : pressed) {
            String whole = id.startsWith("side-") || id.startsWith("tab-") ? "policies-" + id : id;
            ((ButtonBase) scene.lookup("#" + whole)).fire();
            scene.snapshot(null);
        }
        scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        var image = scene.snapshot(null);
        model.close();
        return image;
    }

    static Parent load(PoliciesViewModel model, Locale locale) throws IOException {
        var loader = new FXMLLoader(PoliciesView.class.getResource("View.fxml"));
        loader.setControllerFactory(type -> new PoliciesView(model, new Messages(locale), new Shortcuts()));
        return loader.load();
    }
}
