package dev.docket.client.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The Insights screen under real keys.
@ExtendWith(ApplicationExtension.class)
class InsightsViewTest {
    @TempDir
    static Path folder;

    private final InlineBackground background = new InlineBackground();
    private final FakeInsightsApi floor = new FakeInsightsApi();
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final PersonView person = new PersonView(
            "p1",
            "p",
            "P",
            Set.of(Role.MODERATOR, Role.SENIOR, Role.SUPERVISOR),
            List.of(),
            List.of("*"),
            List.of("*"),
            Map.of());
    private final List<Panel> panels = Panels.of(person, floor, background, messages);
    private final InsightsViewModel model =
            new InsightsViewModel(panels.stream().map(Panel::model).toList(), background);

    @Start
    void start(Stage stage) throws IOException {
        var loader = new FXMLLoader(InsightsView.class.getResource("View.fxml"));
        loader.setControllerFactory(type ->
                new InsightsView(model, panels, messages, new Shortcuts(), (owner, name) -> folder.resolve(name)));
        Parent root = loader.load();
        var scene = new Scene(root, 980, 900);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.requestFocus();
        model.open();
        root.lookup("#panel-queue-ages").requestFocus();
    }

    @Test
    void panelsAndValuesAreGoneThroughByKeys(FxRobot robot) {
        push(robot, KeyCode.RIGHT);
        assertThat(model.atProperty().get()).isEqualTo(1);
        push(robot, KeyCode.DOWN);
        assertThat(model.atProperty().get()).as("two beside each other").isEqualTo(3);
        push(robot, KeyCode.PERIOD);
        push(robot, KeyCode.PERIOD);
        assertThat(panels.get(3).caption().getValue())
                .isEqualTo("Harassment: 22%, 95% between 16% and 30%, of 141; at most 30%");
        push(robot, KeyCode.T);
        assertThat(model.spanProperty().get()).isEqualTo(Span.QUARTER);
    }

    @Test
    void aPanelIsExportedByAKey(FxRobot robot) {
        push(robot, KeyCode.X);

        assertThat(folder.resolve("docket-queue-ages.csv")).content().contains("queue-ages,MINUTES,harassment");
        assertThat(robot.lookup("#said").queryAs(Label.class).getText()).startsWith("Exported to ");
    }

    private static void push(FxRobot robot, KeyCode key) {
        robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
