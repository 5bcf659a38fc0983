package dev.docket.client.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.people.Role;
import java.io.IOException;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
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
}
