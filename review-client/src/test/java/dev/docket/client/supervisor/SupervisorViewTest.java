package dev.docket.client.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.floor.MoveTasks;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The supervisor's screen under real keys.
@ExtendWith(ApplicationExtension.class)
class SupervisorViewTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSupervisorApi floor = new FakeSupervisorApi();
    private final List<String> shownWaves = new ArrayList<>();
    private final SupervisorViewModel model =
            new SupervisorViewModel(floor, background, background.clock(), shownWaves::add);

    @Start
    void start(Stage stage) throws IOException {
        floor.waiting.add(FakeSupervisorApi.disputed());
        var root = SupervisorShots.load(model, Locale.ENGLISH);
        var scene = new Scene(root, 980, 900);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.requestFocus();
        model.open();
        root.requestFocus();
    }

    @Test
    void anArrowAndEnterSettleADispute(FxRobot robot) {
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.RIGHT);
        push(robot, KeyCode.G);
        push(robot, KeyCode.ENTER);

        assertThat(floor.decisions.getFirst().violations()).hasSize(2);
        assertThat(floor.golden).containsExactly("decision-1");
        assertThat(said(robot)).isEqualTo("Settled, and golden from now on.");
    }

    @Test
    void aGoldenItemIsRetiredAllByKeys(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.G);
        push(robot, KeyCode.DOWN);
        push(robot, KeyCode.X);
        push(robot, KeyCode.X);
        assertThat(floor.truth.golden).hasSize(4);

        push(robot, KeyCode.ESCAPE);
        assertThat(model.golden().lookProperty().get()).isNull();
    }

    @Test
    void aCardIsSentAllByKeys(FxRobot robot) {
        push(robot, KeyCode.F6);
        robot.interact(() -> model.person().open("p2", "Jonas Brandt"));
        WaitForAsyncUtils.waitForFxEvents();
        push(robot, KeyCode.RIGHT);
        push(robot, KeyCode.N);
        robot.write("x c n");
        push(robot, KeyCode.ENTER);

        assertThat(floor.truth.sent).containsExactly("p2 item-2 x c n");
    }

    @Test
    void oneTaskGoesToSomebodyAllByKeys(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("jon");
        push(robot, KeyCode.ENTER);

        assertThat(floor.reassigned).hasSize(1).first().asString().contains("mod2");
    }

    @Test
    void theSecondsThatSomebodyMarkedAreSaid(FxRobot robot) {
        floor.waiting.clear();
        floor.waiting.add(FakeSupervisorApi.disputedVideo());
        push(robot, KeyCode.ENTER);

        assertThat(robot.lookup(".side-words").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("0:05–0:06 of video 1, 0:06–0:08 of video 1");
    }

    @Test
    void placesInImagesAreMarkedByKeys(FxRobot robot) {
        take(robot, FakeSupervisorApi.disputedPictures());
        push(robot, KeyCode.M);
        assertThat(said(robot)).startsWith("Marks are for a finding of your own");

        push(robot, KeyCode.D);
        push(robot, KeyCode.DIGIT1);
        push(robot, KeyCode.V);
        push(robot, KeyCode.M);
        push(robot, KeyCode.RIGHT);
        push(robot, KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        push(robot, KeyCode.M);
        push(robot, KeyCode.M);
        push(robot, KeyCode.ESCAPE);
        assertThat(model.adjudication().sideProperty().get()).isEqualTo(Side.OWN);
        push(robot, KeyCode.ENTER);

        assertThat(floor.decisions.getFirst().violations().getFirst().regions())
                .containsExactly(List.of(0.415, 0.375, 0.25, 0.27));
    }

    @Test
    void placesInImagesAreDrawnWithTheMouse(FxRobot robot) {
        take(robot, FakeSupervisorApi.disputedPictures());
        push(robot, KeyCode.D);
        push(robot, KeyCode.DIGIT1);
        push(robot, KeyCode.V);
        robot.moveTo(robot.lookup(".marks").<Node>query())
                .press(MouseButton.PRIMARY)
                .moveBy(60, 40)
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        push(robot, KeyCode.ENTER);

        assertThat(floor.decisions.getFirst().violations().getFirst().regions()).hasSize(1);
    }

    @Test
    void secondsOfVideosAreMarkedByKeysBesideWhatTheTwoMarked(FxRobot robot) {
        take(robot, FakeSupervisorApi.disputedVideo());
        assertThat(robot.lookup(".strip-name").queryAllAs(Label.class))
                .extracting(Label::getText)
                .filteredOn(name -> name.endsWith("←"))
                .isNotEmpty();

        push(robot, KeyCode.D);
        push(robot, KeyCode.DIGIT1);
        push(robot, KeyCode.V);
        push(robot, KeyCode.M);
        assertThat(robot.lookup(".strip-name").queryAllAs(Label.class))
                .extracting(Label::getText)
                .filteredOn(name -> name.endsWith("✓"))
                .hasSize(1);
        push(robot, KeyCode.ENTER);

        assertThat(floor.decisions.getFirst().violations().getFirst().seconds()).hasSize(1);
    }

    @Test
    void escapeDropsAPlaceThatWasBegunBeforeItPutsTheItemDown(FxRobot robot) {
        take(robot, FakeSupervisorApi.disputedPictures());
        push(robot, KeyCode.D);
        push(robot, KeyCode.DIGIT1);
        push(robot, KeyCode.V);
        push(robot, KeyCode.M);
        push(robot, KeyCode.ESCAPE);
        assertThat(model.adjudication().taskProperty().get()).isNotNull();

        push(robot, KeyCode.ESCAPE);
        assertThat(model.adjudication().taskProperty().get()).isNull();
    }

    private void take(FxRobot robot, Task task) {
        floor.waiting.clear();
        floor.waiting.add(task);
        push(robot, KeyCode.ENTER);
    }

    @Test
    void aDisputedWaveIsGoneToByItsKeyAndByItsButton(FxRobot robot) {
        push(robot, KeyCode.O);
        assertThat(shownWaves).containsExactly("w1");

        var button = robot.lookup(".need-button").queryAllAs(Button.class).stream()
                .filter(one -> "w2".equals(one.getUserData()))
                .findFirst()
                .orElseThrow();
        robot.interact(button::requestFocus);
        push(robot, KeyCode.O);
        robot.interact(button::fire);

        assertThat(shownWaves).containsExactly("w1", "w2", "w2");
        assertThat(robot.lookup(".need-row").queryAll()).hasSize(7);
    }

    @Test
    void decidingAnewIsAllByKeys(FxRobot robot) {
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.D);
        push(robot, KeyCode.DIGIT1);
        push(robot, KeyCode.W);
        push(robot, KeyCode.N);
        robot.write("d and g are letters here");
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.ENTER);

        var decision = floor.decisions.getFirst();
        assertThat(decision.outcome()).isEqualTo(Outcome.VIOLATION);
        assertThat(decision.note()).isEqualTo("d and g are letters here");
        assertThat(decision.actions()).hasSize(2);
        assertThat(floor.golden).isEmpty();
    }

    @Test
    void escapePutsTheItemDown(FxRobot robot) {
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.ESCAPE);

        assertThat(model.adjudication().taskProperty().get()).isNull();
        assertThat(floor.decisions).isEmpty();
    }

    @Test
    void agreementIsReadInFullByKeysAndClosedAgain(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.A);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> robot.lookup("#agreement-policy")
                .queryAs(ChoiceBox.class)
                .getSelectionModel()
                .select(1));
        assertThat(model.agreement().lookProperty().get().policy()).isEqualTo("harassment");
        assertThat(robot.lookup(".confusion-cell").queryAll()).hasSize(4 * 5);

        push(robot, KeyCode.ESCAPE);
        assertThat(model.agreement().lookProperty().get()).isNull();
    }

    @Test
    void aTargetIsSetFromTheRowOfAQueueByKeys(FxRobot robot) {
        push(robot, KeyCode.F6);
        robot.push(KeyCode.SHIFT, KeyCode.T);
        robot.write("90");
        push(robot, KeyCode.ENTER);

        assertThat(floor.promises).containsExactly("harassment 90");
        assertThat(said(robot)).isEqualTo("Tasks of Harassment wait at most 90 minutes from now on.");
    }

    @Test
    void aProposalIsLeftByKeysAndTheReasonsAreTyped(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.P);
        robot.write("Under appeal");
        push(robot, KeyCode.DOWN);
        push(robot, KeyCode.ENTER);

        assertThat(floor.settled).containsExactly("dismissed: Under appeal");
    }

    @Test
    void aQueueIsDrainedFromItsRowByKeys(FxRobot robot) {
        push(robot, KeyCode.F6);
        push(robot, KeyCode.DOWN);
        robot.push(KeyCode.SHIFT, KeyCode.D);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(floor.moves).isEmpty();

        push(robot, KeyCode.ENTER);
        assertThat(floor.moves).containsExactly(new MoveTasks("hate", "harassment", null, null));
        assertThat(said(robot)).isEqualTo("87 tasks of Hate moved.");
    }

    @Test
    void aMoveCanBeThoughtBetterOf(FxRobot robot) {
        push(robot, KeyCode.F6);
        robot.push(KeyCode.SHIFT, KeyCode.M);
        push(robot, KeyCode.ESCAPE);

        assertThat(model.transferProperty().get()).isNull();
        assertThat(floor.moves).isEmpty();
    }

    private static String said(FxRobot robot) {
        return robot.lookup(".said-line > .label").<Label>query().getText();
    }

    private static void push(FxRobot robot, KeyCode key) {
        robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
