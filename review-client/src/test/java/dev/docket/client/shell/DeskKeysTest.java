package dev.docket.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.theme.Theme;
import dev.docket.client.review.SampleWire;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The real window under real keys.
class DeskKeysTest {
    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private FakeFloorServer floor;
    private OffscreenDesk desk;

    @BeforeEach
    void openTheDesk() throws Exception {
        floor = new FakeFloorServer();
        desk = new OffscreenDesk(floor.address(), home, Theme.LIGHT, Locale.ENGLISH);
        robot.targetWindow(desk.show(980, 760));
        desk.run(() -> desk.node("#signin-name").requestFocus());
        robot.write("mod1").push(KeyCode.TAB).write("docket-demo").push(KeyCode.ENTER);
        desk.waitUntil(
                "an item is open",
                () -> desk.review() != null && desk.review().taskProperty().get() != null);
    }

    @AfterEach
    void closeTheDesk() throws Exception {
        desk.close();
        floor.close();
    }

    @Test
    void thePaletteFindsACommandAndDoesIt() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("dark").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(desk.shell().theme()).isEqualTo(Theme.DARK);
        assertThat(desk.node("#palette-query")).isNull();
    }

    @Test
    void lettersTypedInThePaletteDecideNothing() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("a").push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(desk.review().decidedProperty().get()).isZero();
        assertThat(desk.node("#palette-query")).isNull();
    }

    @Test
    void afterThePaletteKeysDecideAgain() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.K).push(KeyCode.ESCAPE).push(KeyCode.A);
        desk.waitUntil("the decision is out", () -> floor.decided.size() == 1);
    }

    @Test
    void aColleaguesQuestionIsAnsweredByKeysAlone() throws Exception {
        floor.questions = SampleWire.questions();
        desk.run(desk.shell().workplace().questions()::read);
        desk.waitUntil("the question is there", () -> desk.node("#questions").isVisible());
        robot.push(KeyCode.SHIFT, KeyCode.Q);
        robot.write("A threat").push(KeyCode.ENTER);
        desk.waitUntil("the answer is out", () -> floor.asked.contains("/api/v1/questions/q-1/answer"));
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(desk.node(".questions-sheet")).isNull();
        assertThat(desk.review().decidedProperty().get()).isZero();
    }

    @Test
    void theKeysFitANarrowWindow() throws Exception {
        type("?");
        var sheet = desk.node(".key-sheet");
        var window = desk.shell().scene();

        assertThat(sheet.getLayoutBounds().getWidth()).isLessThan(window.getWidth());
        assertThat(sheet.getLayoutBounds().getHeight()).isLessThan(window.getHeight());
        assertThat(sheet.lookupAll(".key-sheet-row"))
                .allSatisfy(row -> assertThat(
                                row.localToScene(row.getLayoutBounds()).getMaxX())
                        .isLessThan(window.getWidth()));
    }

    @Test
    void aQuestionMarkShowsTheKeysAndEscHidesThem() throws Exception {
        type("?");
        assertThat(desk.node(".key-sheet")).isNotNull();
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(desk.node(".key-sheet")).isNull();
    }

    @Test
    void aQuestionMarkInANoteIsAQuestionMark() throws Exception {
        robot.push(KeyCode.N);
        type("?");
        var note = (TextField) desk.shell().scene().getFocusOwner();

        assertThat(note.getText()).isEqualTo("?");
        assertThat(desk.node(".key-sheet")).isNull();
    }

    @Test
    void aHeldKeyDecidesOnce() throws Exception {
        robot.press(KeyCode.A).press(KeyCode.A).press(KeyCode.A).release(KeyCode.A);
        desk.waitUntil("the decision is out", () -> floor.decided.size() == 1);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(desk.review().decidedProperty().get()).isEqualTo(1);
    }

    /// A character as every keyboard layout makes it, by whichever key.
    private void type(String character) throws Exception {
        desk.run(() -> {
            var target = desk.shell().scene().getFocusOwner();
            javafx.event.Event.fireEvent(
                    target,
                    new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_TYPED,
                            character,
                            "",
                            KeyCode.UNDEFINED,
                            true,
                            false,
                            false,
                            false));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
