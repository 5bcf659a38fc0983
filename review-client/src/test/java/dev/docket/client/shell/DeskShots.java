package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.theme.Theme;
import dev.docket.client.review.SampleWire;
import dev.docket.dto.queue.Questions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws the real desk to `target/screens`, to be looked at. Not part of the tests: run it by name.
class DeskShots {
    private static final Path FOLDER = Path.of("target", "screens");
    private static final int WIDTH = 1360;
    private static final int HEIGHT = 860;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyScreen(Theme theme) throws Exception {
        var home = Files.createTempDirectory("desk-shots");
        try (var floor = new FakeFloorServer();
                var desk = new OffscreenDesk(floor.address(), home, theme, Locale.ENGLISH)) {
            desk.run(() -> desk.text("#signin-name", "mod1"));
            shoot(desk, theme, "sign-in");
            desk.signIn("mod1", "wrong");
            desk.waitUntil(
                    "the password is refused", () -> desk.node("#signin-saying").isVisible());
            shoot(desk, theme, "sign-in-refused");
            floor.throttleSignIn = 42;
            desk.signIn("mod1", "wrong");
            desk.waitUntil(
                    "the desk is throttled", () -> desk.node("#signin-enter").isDisabled());
            shoot(desk, theme, "sign-in-throttled");
        }
        try (var floor = new FakeFloorServer();
                var desk = new OffscreenDesk(floor.address(), home, theme, Locale.ENGLISH)) {
            desk.signIn("mod1", "docket-demo");
            desk.waitUntil("an item is open", () -> item(desk) != null);
            desk.waitUntil(
                    "queues are read", () -> desk.shell().workplace().queues().waiting() > 0);
            shoot(desk, theme, "main");
            desk.shoot(FOLDER.resolve("desk-narrow-" + name(theme) + ".png"), 1000, 720);
            desk.run(desk.shell()::openPalette);
            shoot(desk, theme, "palette");
            desk.run(desk.shell()::openKeys);
            shoot(desk, theme, "keys");
            desk.run(() -> desk.node(".key-sheet .button").fireEvent(new javafx.event.ActionEvent()));
            desk.run(desk.shell().workplace().review()::approve);
            desk.waitUntil("the decision is out", () -> floor.decided.size() == 1);
            shoot(desk, theme, "next");
            floor.refuseDecisionsWith = "lease-lost";
            desk.run(desk.shell().workplace().review()::approve);
            desk.waitUntil(
                    "the refusal is known",
                    () -> !desk.shell().workplace().decisions().conflicts().isEmpty());
            desk.run(desk.shell()::openConflicts);
            shoot(desk, theme, "conflicts");
            floor.refuseDecisionsWith = null;
            floor.reachable = false;
            desk.run(() -> ((javafx.scene.control.Button) desk.node(".conflict-sheet .primary")).fire());
            desk.run(desk.shell().workplace().review()::approve);
            desk.waitUntil("the desk is offline", () -> state(desk) == Delivery.State.OFFLINE);
            shoot(desk, theme, "offline");
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatFloats(Theme theme) throws Exception {
        floating(theme, Locale.ENGLISH, "");
        floating(theme, Locale.GERMAN, "-german");
    }

    private static void floating(Theme theme, Locale locale, String suffix) throws Exception {
        var home = Files.createTempDirectory("desk-shots");
        try (var floor = new FakeFloorServer();
                var desk = new OffscreenDesk(floor.address(), home, theme, locale)) {
            floor.questions = SampleWire.questions();
            desk.signIn("mod1", "docket-demo");
            desk.waitUntil("an item is open", () -> item(desk) != null);
            var workplace = desk.shell().workplace();
            desk.waitUntil(
                    "the questions are read",
                    () -> workplace.questions().currentProperty().get() != null);
            desk.run(() -> workplace.care().happened(new LiveEvent("care.break", Map.of())));
            shoot(desk, theme, "bar" + suffix);
            desk.run(desk.shell()::openQuestions);
            desk.run(() -> desk.text("#answer", "A threat, level 3: it names what they will do."));
            shoot(desk, theme, "questions" + suffix);
            floor.questions = new Questions(List.of(), List.of());
            desk.run(workplace.questions()::read);
            desk.waitUntil(
                    "no question is left",
                    () -> workplace.questions().currentProperty().get() == null);
            shoot(desk, theme, "questions-none" + suffix);
            desk.run(desk.shell()::openCoaching);
            desk.waitUntil("the card is read", () -> laidOut(desk, ".coaching-words") != null);
            shoot(desk, theme, "coaching" + suffix);
            floor.coaching = SampleWire.nothingToLearn();
            desk.run(desk.shell()::openCoaching);
            String reading = new Messages(locale).get("coaching.state.loading");
            desk.waitUntil(
                    "it is read that there is nothing",
                    () -> laidOut(desk, ".coaching-sheet .viewport .secondary") instanceof Label said
                            && !said.getText().equals(reading));
            shoot(desk, theme, "coaching-none" + suffix);
            desk.run(desk.shell()::openKeys);
            desk.shoot(FOLDER.resolve("desk-keys-narrow" + suffix + "-" + name(theme) + ".png"), 1000, 720);
            desk.shoot(FOLDER.resolve("desk-keys-wide" + suffix + "-" + name(theme) + ".png"), 1500, 900);
        }
    }

    /// A pane that scrolls has nothing in it before it was laid out.
    private static Node laidOut(OffscreenDesk desk, String selector) {
        desk.shell().scene().getRoot().applyCss();
        desk.shell().scene().getRoot().layout();
        return desk.node(selector);
    }

    private static Object item(OffscreenDesk desk) {
        return desk.shell().workplace() == null
                ? null
                : desk.shell().workplace().review().taskProperty().get();
    }

    private static Delivery.State state(OffscreenDesk desk) {
        return desk.shell().workplace().delivery().statusProperty().get().state();
    }

    private static void shoot(OffscreenDesk desk, Theme theme, String screen) throws Exception {
        desk.shoot(FOLDER.resolve("desk-" + screen + "-" + name(theme) + ".png"), WIDTH, HEIGHT);
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
