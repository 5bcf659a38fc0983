package dev.docket.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.theme.Theme;
import dev.docket.client.signin.SignInState;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole desk but its glass, against a floor that speaks real HTTP.
class ShellTest {
    @TempDir
    Path home;

    private FakeFloorServer floor;
    private OffscreenDesk desk;

    @BeforeEach
    void openTheDesk() throws Exception {
        floor = new FakeFloorServer();
        desk = desk();
    }

    @AfterEach
    void closeTheDesk() throws Exception {
        desk.close();
        floor.close();
    }

    @Test
    void signingInOpensAnItem() throws Exception {
        enter();

        assertThat(desk.node("#search")).isNotNull();
        assertThat(text("#delivery")).isEqualTo("Online");
    }

    @Test
    void whoMayNotReviewClaimsNothing() throws Exception {
        floor.roles = Set.of(Role.ML);
        desk.signIn("mod1", "docket-demo");
        desk.waitUntil("the desk is open", () -> desk.node("#search") != null);
        desk.waitUntil("the stream is open", () -> floor.asked.contains(Paths.EVENTS));

        assertThat(floor.asked).doesNotContain(Paths.CLAIMS, Paths.QUEUES);
        assertThat(desk.node("#rail-review")).isNull();
        assertThat(desk.node("#queues")).isNull();
    }

    @Test
    void theRailMarksWhereOneIs() throws Exception {
        enter();

        assertThat(desk.node("#rail-review").getPseudoClassStates()).contains(PseudoClass.getPseudoClass("current"));
    }

    @Test
    void aWrongPasswordStaysAtTheDoor() throws Exception {
        desk.signIn("mod1", "wrong");
        desk.waitUntil("it is said", () -> desk.node("#signin-saying").isVisible());

        assertThat(desk.node("#search")).isNull();
    }

    @Test
    void anUnreachableFloorCanBeTriedAgain() throws Exception {
        floor.reachable = false;
        desk.signIn("mod1", "docket-demo");
        desk.waitUntil("the button offers it", () -> text("#signin-enter").equals("Try again"));
        floor.reachable = true;
        enter();

        assertThat(desk.node("#search")).isNotNull();
    }

    @Test
    void aDecisionOfAnOutageGoesOutWhenTheFloorIsBack() throws Exception {
        enter();
        floor.reachable = false;
        approve();
        desk.waitUntil("the outage is known", () -> text("#delivery").equals("Offline, 1 kept"));
        floor.reachable = true;
        desk.waitUntil("the decision is out", () -> floor.decided.size() == 1);
        desk.waitUntil("the bar says so", () -> text("#delivery").equals("Online"));

        assertThat(text("#decided")).isEqualTo("1 decided");
    }

    @Test
    void anEndedSessionKeepsWhatWasDecided() throws Exception {
        enter();
        floor.sessionValid = false;
        approve();
        desk.waitUntil("the door is shown", () -> desk.node("#signin-name") != null);
        assertThat(saying()).isEqualTo(new SignInState.SessionEnded(1));

        enter();
        desk.waitUntil("the decision is out", () -> floor.decided.size() == 1);
    }

    @Test
    void signingOutLeavesTheDoorWithTheName() throws Exception {
        enter();
        desk.run(desk.shell()::signOut);

        assertThat(((javafx.scene.control.TextField) desk.node("#signin-name")).getText())
                .isEqualTo("mod1");
    }

    @Test
    void aSecondDeskOfTheSamePersonIsTold() throws Exception {
        enter();
        try (var second = desk()) {
            second.signIn("mod1", "docket-demo");
            second.waitUntil("it is said", () -> second.node("#signin-saying").isVisible());

            assertThat(second.shell().signInState()).isEqualTo(new SignInState.AlreadyOpen());
        }
    }

    @Test
    void aRefusedDecisionIsShownUntilItIsSeen() throws Exception {
        enter();
        floor.refuseDecisionsWith = "lease-lost";
        approve();
        desk.waitUntil("it is counted", () -> desk.node("#conflicts").isVisible());
        assertThat(text("#conflicts")).isEqualTo("1 not taken");

        desk.run(desk.shell()::openConflicts);
        desk.run(() -> ((javafx.scene.control.Button) desk.node(".conflict-sheet .primary")).fire());
        assertThat(desk.node("#conflicts").isVisible()).isFalse();
    }

    @Test
    void theThemeIsKeptForNextTime() throws Exception {
        desk.run(() -> desk.shell().wear(Theme.DARK));

        assertThat(Settings.of(home.resolve("desk.properties")).theme()).isEqualTo(Theme.DARK);
    }

    private OffscreenDesk desk() throws Exception {
        return new OffscreenDesk(floor.address(), home, Theme.LIGHT, Locale.ENGLISH);
    }

    private void enter() throws Exception {
        desk.signIn("mod1", "docket-demo");
        desk.waitUntil(
                "an item is open",
                () -> desk.shell().workplace() != null
                        && desk.shell().workplace().review().taskProperty().get() != null);
    }

    private void approve() throws Exception {
        desk.run(desk.shell().workplace().review()::approve);
    }

    private String text(String selector) {
        return ((Labeled) desk.node(selector)).getText();
    }

    private SignInState saying() {
        return desk.shell().signInState();
    }
}
