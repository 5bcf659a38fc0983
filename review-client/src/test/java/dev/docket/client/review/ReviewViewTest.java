package dev.docket.client.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.SampleTasks;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.queue.AskRequest;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The real screen under real keys.
@ExtendWith(ApplicationExtension.class)
class ReviewViewTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeFloor floor = new FakeFloor();
    private final FakeOutbox outbox = new FakeOutbox();
    private final ReviewViewModel model = new ReviewViewModel(floor, outbox, background, background.clock());

    @Start
    void start(Stage stage) throws IOException {
        floor.with(SampleTasks.harassment(), SampleTasks.spam(), SampleTasks.harmless(), SampleTasks.named("d"));
        var scene = new Scene(ReviewShots.load(model, Locale.ENGLISH), 980, 760);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.requestFocus();
        model.open();
    }

    @Test
    void oneKeyApproves(FxRobot robot) {
        push(robot, KeyCode.A);
        assertThat(outbox.decision("key-1").outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(openTask()).isEqualTo("task-spam");
        assertThat(text(robot, ".last-decision")).isEqualTo("Approved");
    }

    @Test
    void aDigitAndEnterDecide(FxRobot robot) {
        push(robot, KeyCode.DIGIT1);
        push(robot, KeyCode.ENTER);
        var decision = outbox.decision("key-1");
        assertThat(decision.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.policy()).isEqualTo("harassment");
            assertThat(violation.severity()).isEqualTo(2);
        });
        assertThat(decision.actions())
                .singleElement()
                .satisfies(action -> assertThat(action.type()).isEqualTo(ActionType.REMOVE));
    }

    @Test
    void whatEnterWillDoIsSaidBefore(FxRobot robot) {
        push(robot, KeyCode.DIGIT1);
        assertThat(text(robot, ".summary")).isEqualTo("Remove: Harassment (medium)");
    }

    @Test
    void bracketsChangeTheSeverity(FxRobot robot) {
        push(robot, KeyCode.DIGIT1);
        type(robot, "]");
        type(robot, "]");
        type(robot, "[");
        assertThat(text(robot, ".severity-word")).isEqualTo("high");
    }

    @Test
    void actionKeysToggleWhatThePolicyAllows(FxRobot robot) {
        push(robot, KeyCode.DIGIT1);
        push(robot, KeyCode.W);
        push(robot, KeyCode.R);
        assertThat(text(robot, ".summary")).isEqualTo("Warn: Harassment (medium)");
    }

    @Test
    void moreThanNinePoliciesAreReached(FxRobot robot) {
        push(robot, KeyCode.DIGIT9);
        assertThat(robot.lookup("#policy-illegal_other").tryQuery()).isPresent();
        push(robot, KeyCode.DIGIT2);
        push(robot, KeyCode.ENTER);
        assertThat(outbox.decision("key-1").violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.policy()).isEqualTo("illegal_other"));
    }

    @Test
    void theNoteFieldIsNotHijacked(FxRobot robot) {
        push(robot, KeyCode.N);
        robot.write("a1 asc");
        assertThat(robot.lookup(".note-row .text-field")
                        .queryAs(TextField.class)
                        .getText())
                .isEqualTo("a1 asc");
        assertThat(outbox.taskIds).isEmpty();
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.DIGIT1);
        push(robot, KeyCode.ENTER);
        assertThat(outbox.decision("key-1").note()).isEqualTo("a1 asc");
    }

    @Test
    void skippingAsksForAReasonByDigit(FxRobot robot) {
        push(robot, KeyCode.S);
        assertThat(robot.lookup(".pass-on").query().isVisible()).isTrue();
        push(robot, KeyCode.A);
        assertThat(outbox.taskIds).isEmpty();
        push(robot, KeyCode.DIGIT2);
        assertThat(floor.skipped).containsExactly("task-harassment UNCLEAR");
        assertThat(openTask()).isEqualTo("task-spam");
    }

    @Test
    void escapeClosesTheQuestion(FxRobot robot) {
        push(robot, KeyCode.S);
        push(robot, KeyCode.ESCAPE);
        push(robot, KeyCode.DIGIT1);
        assertThat(floor.skipped).isEmpty();
        assertThat(model.finding().choiceProperty().get().violations()).hasSize(1);
    }

    @Test
    void escalationGoesToAPersonWithAComment(FxRobot robot) {
        push(robot, KeyCode.E);
        push(robot, KeyCode.N);
        robot.write("please look");
        robot.clickOn("#colleague").write("sen").push(KeyCode.ENTER);
        assertThat(floor.escalated).singleElement().satisfies(request -> {
            assertThat(request.to().person()).isEqualTo("senior");
            assertThat(request.comment()).isEqualTo("please look");
        });
    }

    @Test
    void aColleagueIsAskedByKeysAlone(FxRobot robot) {
        push(robot, KeyCode.Q);
        robot.write("min").push(KeyCode.ENTER).write("Is this satire?").push(KeyCode.ENTER);
        assertThat(floor.questions).containsExactly(new AskRequest("mina", "Is this satire?"));
        assertThat(robot.lookup(".pass-on").query().isVisible()).isFalse();
        assertThat(openTask()).isEqualTo("task-harassment");
        push(robot, KeyCode.A);
        assertThat(outbox.taskIds).hasSize(1);
    }

    @Test
    void theSupervisorsAreAskedWhereNobodyIsNamed(FxRobot robot) {
        push(robot, KeyCode.Q);
        robot.push(KeyCode.ENTER).write("May I?").push(KeyCode.ENTER);
        assertThat(floor.questions).containsExactly(new AskRequest(null, "May I?"));
    }

    @Test
    void aQuestionThatDidNotArriveIsStillThere(FxRobot robot) {
        push(robot, KeyCode.Q);
        floor.offline = true;
        robot.push(KeyCode.ENTER).write("May I?").push(KeyCode.ENTER);
        assertThat(robot.lookup("#question").queryAs(TextField.class).getText()).isEqualTo("May I?");
        assertThat(text(robot, ".pass-on .fault")).contains("still here");
        floor.offline = false;
        robot.push(KeyCode.ENTER);
        assertThat(floor.questions).hasSize(1);
    }

    @Test
    void aDigitKeepsTheItemForLonger(FxRobot robot) {
        push(robot, KeyCode.K);
        push(robot, KeyCode.DIGIT2);
        assertThat(floor.holds).hasSize(1);
        assertThat(text(robot, ".lease")).startsWith("Yours until");
    }

    @Test
    void aBlindSecondLookNamesNobody(FxRobot robot) {
        floor.waiting.addFirst(SampleTasks.second());
        for (int decided = 0; decided < Hand.SIZE; decided++) {
            push(robot, KeyCode.A);
        }
        assertThat(openTask()).isEqualTo("task-second");
        push(robot, KeyCode.Q);
        assertThat(robot.lookup("#colleague").tryQuery()).isEmpty();
        robot.write("May I?").push(KeyCode.ENTER);
        assertThat(floor.questions).containsExactly(new AskRequest(null, "May I?"));
        push(robot, KeyCode.E);
        assertThat(robot.lookup("#colleague").tryQuery()).isEmpty();
    }

    @Test
    void controlZBringsTheItemBack(FxRobot robot) {
        push(robot, KeyCode.DIGIT1);
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(openTask()).isEqualTo("task-harassment");
        assertThat(text(robot, ".summary")).isEqualTo("Remove: Harassment (medium)");
    }

    @Test
    void theUndoCountsDown(FxRobot robot) {
        push(robot, KeyCode.A);
        onFx(() -> {
            outbox.acknowledge("key-1");
            background.advance(Duration.ofSeconds(2));
            return null;
        });
        assertThat(robot.lookup(".undo").queryAs(ButtonBase.class).getText()).isEqualTo("Undo, 4 s");
        onFx(() -> {
            background.advance(Duration.ofSeconds(4));
            return null;
        });
        assertThat(robot.lookup(".undo").query().isVisible()).isFalse();
    }

    @Test
    void aHeldKeyDecidesOnce(FxRobot robot) {
        robot.press(KeyCode.A);
        robot.press(KeyCode.A);
        robot.release(KeyCode.A);
        assertThat(outbox.taskIds).hasSize(1);
    }

    @Test
    void wordsOfThePressedLabelAreMarked(FxRobot robot) {
        assertThat(text(robot, ".evidence-pane .overline", "CONTRIBUTIONS TO HARASSMENT"))
                .isNotNull();
        push(robot, KeyCode.CONTROL, KeyCode.DOWN);
        assertThat(model.finding().highlight().labelProperty().get()).isEqualTo("threat");
        assertThat(text(robot, ".evidence-pane .overline", "CONTRIBUTIONS TO THREAT"))
                .isNotNull();
    }

    @Test
    void selectedWordsAreMarkedForThePolicy(FxRobot robot) {
        push(robot, KeyCode.RIGHT);
        push(robot, KeyCode.SHIFT, KeyCode.RIGHT);
        push(robot, KeyCode.DIGIT1);
        assertThat(model.finding()
                        .choiceProperty()
                        .get()
                        .violations()
                        .getFirst()
                        .spans())
                .containsExactly(new Span(0, 12));
    }

    @Test
    void thePolicyCanBeRead(FxRobot robot) {
        push(robot, KeyCode.P);
        assertThat(robot.lookup(".policy-text").query().isVisible()).isTrue();
        push(robot, KeyCode.ESCAPE);
        assertThat(robot.lookup(".policy-text").query().isVisible()).isFalse();
    }

    @Test
    void aRefusedDecisionIsSaidWithWhatWasDecided(FxRobot robot) {
        push(robot, KeyCode.DIGIT1);
        push(robot, KeyCode.ENTER);
        onFx(() -> {
            outbox.refuse("key-1", Slug.ALREADY_DECIDED);
            return null;
        });
        assertThat(text(robot, ".lost-decision")).contains("Remove: Harassment (medium)", "You absolute idiot");
        push(robot, KeyCode.ESCAPE);
        assertThat(robot.lookup(".notice").tryQuery()).isEmpty();
    }

    @Test
    void theLastItemLeavesAnEmptyDeskAndItsUndo(FxRobot robot) {
        for (int item = 0; item < 4; item++) {
            push(robot, KeyCode.A);
        }
        assertThat(text(robot, ".state-message .title")).isEqualTo("Nothing waits for you");
        push(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(openTask()).isEqualTo("d");
    }

    @Test
    void everyButtonHasANameAndShowsItsKey(FxRobot robot) {
        var buttons = robot.lookup(node -> node instanceof ButtonBase && node.isVisible())
                .queryAllAs(ButtonBase.class);
        assertThat(buttons)
                .hasSizeGreaterThan(20)
                .allSatisfy(button -> assertThat(button.getAccessibleText()).isNotBlank());
        assertThat(robot.lookup(node -> node instanceof KeyButton).queryAllAs(KeyButton.class))
                .allSatisfy(button -> assertThat(button.lookup(".key-cap")).isNotNull());
    }

    @Test
    void everythingIsReachedByTheTabKey(FxRobot robot) {
        int reached = 0;
        Node first = focused(robot);
        do {
            push(robot, KeyCode.TAB);
            reached++;
        } while (focused(robot) != first && reached < 200);
        assertThat(reached).isBetween(20, 100);
    }

    @Test
    void aChoiceByTheKeyboardKeepsTheFocus(FxRobot robot) {
        var tile = robot.lookup("#policy-hate").query();
        robot.interact(tile::requestFocus);
        push(robot, KeyCode.SPACE);
        assertThat(model.finding().choiceProperty().get().violations()).hasSize(1);
        assertThat(focused(robot)).isSameAs(tile);
    }

    @Test
    void thePanesAreReachedInTurn(FxRobot robot) {
        push(robot, KeyCode.F6);
        assertThat(focused(robot).getStyleClass()).contains("score-row");
        push(robot, KeyCode.F6);
        assertThat(focused(robot).getStyleClass()).contains("approve");
        push(robot, KeyCode.F6);
        assertThat(focused(robot).getStyleClass()).contains("item-content");
    }

    private Node focused(FxRobot robot) {
        return robot.lookup(".review").query().getScene().getFocusOwner();
    }

    private static void type(FxRobot robot, String character) {
        robot.interact(() -> {
            var focus = robot.lookup(".item-content").query();
            javafx.event.Event.fireEvent(
                    focus,
                    new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_TYPED,
                            character,
                            "",
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false));
        });
    }

    /// Presses keys together, and waits until the screen has answered.
    private static void push(FxRobot robot, KeyCode... keys) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Label.class).getText();
    }

    private static Label text(FxRobot robot, String selector, String text) {
        return robot.lookup(selector)
                .match(node -> node instanceof Label label && label.getText().equals(text))
                .queryAs(Label.class);
    }

    private static <T> void onFx(Callable<T> action) {
        WaitForAsyncUtils.waitForAsyncFx(2000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String openTask() {
        WaitForAsyncUtils.waitForFxEvents();
        return Objects.requireNonNull((Task) model.taskProperty().get()).id();
    }
}
