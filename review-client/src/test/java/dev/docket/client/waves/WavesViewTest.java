package dev.docket.client.waves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.review.Outcome;
import java.io.IOException;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The waves screen under real keys.
@ExtendWith(ApplicationExtension.class)
class WavesViewTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeWavesApi floor = new FakeWavesApi();
    private final WavesViewModel model = new WavesViewModel(floor, background, background.clock());

    @Start
    void start(Stage stage) throws IOException {
        var root = WavesShots.load(model, Locale.ENGLISH);
        var scene = new Scene(root, 1224, 800);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.requestFocus();
        model.open();
        root.lookup("#members").requestFocus();
    }

    @Test
    void aWaveIsDecidedAndTakenBackAllByKeys(FxRobot robot) {
        push(robot, KeyCode.DOWN);
        assertThat(model.wave().memberProperty().get().itemId()).isEqualTo("w1-1");
        push(robot, KeyCode.X);
        assertThat(model.wave().leftOutProperty().get()).containsExactly("w1-1");
        push(robot, KeyCode.DIGIT4);
        push(robot, KeyCode.ENTER);

        assertThat(floor.decisions.getFirst().except()).containsExactly("w1-1");
        assertThat(floor.decisions.getFirst().violations().getFirst().policy()).isEqualTo("spam");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(floor.deeds).containsExactly("undo d-w1");
    }

    @Test
    void reasonsAreTypedWithoutDecidingAnything(FxRobot robot) {
        push(robot, KeyCode.A);
        push(robot, KeyCode.N);
        assertThat(members(robot).getScene().getFocusOwner()).isInstanceOf(TextField.class);
        robot.write("xa1");
        push(robot, KeyCode.ENTER);
        assertThat(floor.decisions).isEmpty();
        assertThat(members(robot).isFocused()).isTrue();
        push(robot, KeyCode.ENTER);
        assertThat(floor.decisions.getFirst().outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(floor.decisions.getFirst().reasons()).isEqualTo("xa1");
    }

    @Test
    void whatTwoFoundIsSettledByKeysAndItsPicturesStandInTheRows(FxRobot robot) {
        floor.add(FakeWavesApi.disputed("b1", 5));
        push(robot, KeyCode.F5);
        push(robot, KeyCode.ESCAPE);
        push(robot, KeyCode.UP);
        assertThat(model.wave().id()).isEqualTo("b1");
        assertThat(robot.lookup(".thumbnail").queryAll()).hasSize(1);
        assertThat(robot.lookup(".wave-side").queryAll()).hasSize(2);
        push(robot, KeyCode.F6);
        push(robot, KeyCode.RIGHT);
        push(robot, KeyCode.ENTER);

        assertThat(floor.deeds).containsExactly("settle b1 APPROVE");
    }

    @Test
    void theNextPaneIsOneKeyAway(FxRobot robot) {
        push(robot, KeyCode.ESCAPE);
        assertThat(waves(robot).isFocused()).isTrue();
        push(robot, KeyCode.DOWN);
        assertThat(model.wave().id()).isEqualTo("w2");
        push(robot, KeyCode.F6);
        assertThat(members(robot).isFocused()).isTrue();
    }

    private static void push(FxRobot robot, KeyCode key) {
        robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static ListView<?> members(FxRobot robot) {
        return robot.lookup("#members").query();
    }

    private static ListView<?> waves(FxRobot robot) {
        return robot.lookup("#waves").query();
    }
}
