package dev.docket.client.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.client.labels.sets.SetExport.Phase;
import dev.docket.client.labels.sets.Sets.Mode;
import dev.docket.client.labels.training.TrainForm;
import dev.docket.dto.labels.CreateLabelSet;
import dev.docket.dto.models.WatchSettings;
import dev.docket.dto.people.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The Labels screen under real keys.
@ExtendWith(ApplicationExtension.class)
class LabelsViewTest {
    @TempDir
    static Path folder;

    private final InlineBackground background = new InlineBackground();
    private final FakeSetsApi sets = new FakeSetsApi();
    private final FakeJobsApi jobs = new FakeJobsApi();
    private final FakeModelsApi models = new FakeModelsApi();
    private final LabelsViewModel model =
            new LabelsViewModel(LabelsShots.ports(sets, jobs, models), background, LabelsShots.person(Role.ML));
    private LabelsView view;

    @Start
    void start(Stage stage) throws IOException {
        var loader = new FXMLLoader(LabelsView.class.getResource("View.fxml"));
        loader.setControllerFactory(type -> {
            view = new LabelsView(
                    model,
                    new Messages(Locale.ENGLISH),
                    new Shortcuts(),
                    new LabelsView.Dialogs((owner, name) -> folder.resolve(name), owner -> null));
            return view;
        });
        Parent root = loader.load();
        VBox.setVgrow(root, Priority.ALWAYS);
        var scene = new Scene(new VBox(new Button("elsewhere"), root), 990, 930);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.requestFocus();
        model.open();
        view.focus();
    }

    @Test
    void aSetIsChosenExportedAndComparedByKeys(FxRobot robot) {
        push(robot, KeyCode.DOWN);
        assertThat(selected()).isEqualTo("ls-2026-11-20-3");
        push(robot, KeyCode.F);
        push(robot, KeyCode.X);
        assertThat(model.sets().export().progressProperty().get().phase()).isEqualTo(Phase.DONE);
        assertThat(folder.resolve("label-set-ls-2026-11-20-3.csv")).exists();
        push(robot, KeyCode.C);
        assertThat(model.sets().modeProperty().get()).isEqualTo(Mode.COMPARING);
        push(robot, KeyCode.ESCAPE);
        assertThat(model.sets().modeProperty().get()).isEqualTo(Mode.SET);
    }

    @Test
    void aSetIsBuiltWithoutTheMouse(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("December");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(sets.asked).extracting(CreateLabelSet::name).containsExactly("December");
        assertThat(robot.lookup("#said").queryAs(Label.class).getText()).isEqualTo("December is being built.");
        push(robot, KeyCode.ESCAPE);
        assertThat(robot.lookup("#said").queryAs(Label.class).isVisible()).isFalse();
    }

    @Test
    void theCardIsWrittenByTheDeskFromTheFloorsFacts(FxRobot robot) {
        push(robot, KeyCode.DOWN);
        var lines = robot.lookup(".card-part .markdown").queryAs(VBox.class).getChildren().stream()
                .map(TextFlow.class::cast)
                .map(flow -> flow.getChildren().stream()
                        .map(part -> ((Text) part).getText())
                        .collect(Collectors.joining()))
                .toList();
        assertThat(lines)
                .contains("Known gaps", "•  11,619 rows rest on one judgement.", "•  forum: 12,431")
                .anyMatch(line -> line.startsWith("•  Hate: found in 512"))
                .anyMatch(line -> line.startsWith("•  3 items have been erased since."))
                .noneMatch(line -> line.contains("labels.card") || line.contains("gap."));
    }

    @Test
    void whatIsWithheldIsChangedAndTakenBackByKeys(FxRobot robot) {
        push(robot, KeyCode.DIGIT5);
        robot.push(KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("12");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(models.shares).isEqualTo(new WatchSettings(0.12, 0));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(models.shares).isEqualTo(new WatchSettings(0.05, 0));
        assertThat(robot.lookup("#said").queryAs(Label.class).getText()).contains("Ctrl+Z");
    }

    @Test
    void keysWorkInASectionThatHasNothingToShowYet(FxRobot robot) {
        models.measuredYet = false;
        push(robot, KeyCode.DIGIT5);
        push(robot, KeyCode.E);
        assertThat(model.watching().shares().editingProperty().get()).isTrue();
    }

    @Test
    void chartsAreReadValueByValue(FxRobot robot) {
        push(robot, KeyCode.DIGIT3);
        assertThat(model.sectionProperty().get()).isEqualTo(Section.EVALUATION);
        push(robot, KeyCode.F6);
        push(robot, KeyCode.F6);
        push(robot, KeyCode.PERIOD);
        var owner = robot.listTargetWindows().getFirst().getScene().getFocusOwner();
        assertThat(owner.getAccessibleText()).startsWith("Score 0.05: ").contains("95 % between");
        robot.push(KeyCode.CONTROL, KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.evaluation().labelProperty().get()).isEqualTo("harassment");
    }

    @Test
    void aModelIsTakenBackByKeysOnceItIsSaidWhatThatMeans(FxRobot robot) {
        push(robot, KeyCode.DIGIT4);
        robot.push(KeyCode.SHIFT, KeyCode.R);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(models.done).isEmpty();
        var reason = robot.listTargetWindows().getFirst().getScene().getFocusOwner();
        assertThat(reason).isInstanceOf(TextField.class);
        robot.write("errs");
        push(robot, KeyCode.ENTER);

        assertThat(models.done).containsExactly("roll-back (errs) " + FakeModelsApi.CANDIDATE);
        push(robot, KeyCode.DIGIT5);
        assertThat(model.sectionProperty().get()).as("the keys still work").isEqualTo(Section.WATCHING);
    }

    @Test
    void aTrainingBeginsOnTheSetAtHand(FxRobot robot) {
        push(robot, KeyCode.DOWN);
        push(robot, KeyCode.DIGIT2);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("Better");
        WaitForAsyncUtils.waitForFxEvents();

        TrainForm form = model.trainings().formProperty().get();
        assertThat(form.labelSet()).isEqualTo("ls-2026-11-20-3");
        assertThat(form.name()).isEqualTo("Better");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(models.trained).hasSize(1);
        push(robot, KeyCode.DIGIT3);
        assertThat(model.sectionProperty().get()).as("the keys still work").isEqualTo(Section.EVALUATION);
    }

    private String selected() {
        return Objects.requireNonNull(model.sets().selectedProperty().get()).version();
    }

    private static void push(FxRobot robot, KeyCode key) {
        robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
