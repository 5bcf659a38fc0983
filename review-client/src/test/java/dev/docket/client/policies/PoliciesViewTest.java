package dev.docket.client.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.ActionType;
import java.io.IOException;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The policies screen under real keys.
@ExtendWith(ApplicationExtension.class)
class PoliciesViewTest {
    private final InlineBackground background = new InlineBackground();
    private final FakePoliciesApi floor = new FakePoliciesApi();
    private final PoliciesViewModel model =
            new PoliciesViewModel(floor, background, FakePoliciesApi.person(Role.POLICY));

    @Start
    void start(Stage stage) throws IOException {
        var root = PoliciesShots.load(model, Locale.ENGLISH);
        var scene = new Scene(root, 1000, 900);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.requestFocus();
        model.open();
        root.lookup(".policy-list").requestFocus();
    }

    @Test
    void writingAndPublishingNeedsNoMouse(FxRobot robot) {
        robot.push(KeyCode.F6);
        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        robot.write("New. ");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(floor.published).hasSize(1);
        assertThat(floor.published.getFirst().text()).startsWith("New. We remove");
    }

    @Test
    void theListIsWalkedWithArrows(FxRobot robot) {
        robot.push(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(model.chosenProperty().get().key()).isEqualTo("spam");
        assertThat(robot.lookup("#policy-text").queryAs(TextArea.class).getText())
                .contains("single a person out");
    }

    @Test
    void anArrowOnASliderMovesTheThreshold(FxRobot robot) {
        robot.interact(
                () -> robot.lookup("#review-harassment").queryAs(Slider.class).requestFocus());
        robot.push(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(model.draftProperty().get().rows("*").getFirst().review()).isBetween(0.609, 0.611);
        background.advance(PoliciesViewModel.PAUSE);
        assertThat(floor.tried).hasSize(2);
    }

    @Test
    void openingAPolicyChangesNothingOfIt() {
        assertThat(model.draftProperty().get().rows("*").getFirst().review()).isEqualTo(0.6);
        assertThat(model.dirtyProperty().get()).isFalse();
    }

    @Test
    void stoppingEveryPolicyIsAskedAboutFirst(FxRobot robot) {
        robot.clickOn("#policies-switch");
        assertThat(floor.killed).isFalse();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#policies-switch-confirm").tryQuery()).isEmpty();
        assertThat(floor.killed).isFalse();

        robot.clickOn("#policies-switch");
        robot.clickOn("#policies-switch-confirm");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(floor.killed).isTrue();
        assertThat(robot.lookup("#policies-switch").queryAs(Button.class).getStyleClass())
                .as("letting them act again stops nobody")
                .doesNotContain("danger");
    }

    @Test
    void theAuditShareIsTypedInPercent(FxRobot robot) {
        robot.clickOn("#policies-share");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("two");
        assertThat(robot.lookup("#policies-share-save").queryAs(Button.class).isDisabled())
                .isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("2.5");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(floor.share).isEqualTo(0.025);
    }

    @Test
    void rulesAreChangedBesideTheText(FxRobot robot) {
        robot.clickOn("#policies-side-rules");
        robot.clickOn("#rule-allows-BAN");
        robot.clickOn("#rule-skills");
        robot.write("minors, fraud");
        robot.clickOn("#rule-own-grace");
        robot.doubleClickOn("#rule-grace");
        robot.write("90");
        WaitForAsyncUtils.waitForFxEvents();

        var rules = model.draftProperty().get().rules();
        assertThat(rules.measures().allowed()).contains(ActionType.BAN);
        assertThat(rules.deciders().skills()).containsExactly("fraud", "minors");
        assertThat(rules.graceSeconds()).isEqualTo(90);
    }

    @Test
    void theTextOnWhatIsSelectedCanBeRead(FxRobot robot) {
        var selected = robot.lookup("#policies-tab-text").queryAs(ToggleButton.class);
        assertThat(selected.getTextFill()).as("white on the accent's blue").isEqualTo(Color.WHITE);
    }
}
