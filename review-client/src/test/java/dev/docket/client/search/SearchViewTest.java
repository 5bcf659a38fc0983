package dev.docket.client.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.search.FoundBy;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
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

/// The search screen under real keys.
@ExtendWith(ApplicationExtension.class)
class SearchViewTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSearchApi floor = new FakeSearchApi();
    private final SearchViewModel model = new SearchViewModel(floor, background, background.clock(), true, true);

    @Start
    void start(Stage stage) throws IOException {
        var root = SearchShots.load(model, Locale.ENGLISH);
        var scene = new Scene(root, 980, 800);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.requestFocus();
        model.open();
        root.lookup(".search-field").requestFocus();
    }

    @Test
    void aDecisionIsTakenBackByKeys(FxRobot robot) {
        robot.write("lot");
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.DOWN);
        push(robot, KeyCode.UP);
        robot.push(KeyCode.SHIFT, KeyCode.R);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("A hobby");
        push(robot, KeyCode.ENTER);

        assertThat(floor.reversals).containsExactly("d2: A hobby");
        assertThat(robot.lookup(".said-line").queryAs(Label.class).getText()).startsWith("Reversed.");
    }

    @Test
    void aSearchIsAllByKeys(FxRobot robot) {
        robot.write("lot");
        push(robot, KeyCode.ENTER);
        assertThat(floor.queries.getFirst().words()).isEqualTo("lot");
        assertThat(model.hits()).hasSize(5);

        push(robot, KeyCode.DOWN);
        assertThat(results(robot).isFocused()).isTrue();
        push(robot, KeyCode.DOWN);
        assertThat(model.selectedProperty().get().itemId()).isEqualTo("2");

        push(robot, KeyCode.L);
        assertThat(floor.queries.getLast().like()).isEqualTo("2");

        push(robot, KeyCode.ESCAPE);
        assertThat(field(robot).isFocused()).isTrue();
    }

    @Test
    void aPastedIdIsAskedAsItIsAndTheRowSaysHowItWasFound(FxRobot robot) {
        floor.hits = List.of(FakeSearchApi.named(FoundBy.EXTERNAL_ID));
        robot.interact(() -> field(robot).setText("  p-107 "));
        push(robot, KeyCode.ENTER);

        assertThat(floor.queries.getFirst().words()).isEqualTo("p-107");
        assertThat(robot.lookup(".found-by").queryAs(Label.class).getText()).isEqualTo("by the platform's id");
        var row = robot.lookup(".result-cell").queryAllAs(ResultCell.class).stream()
                .filter(cell -> cell.getItem() != null)
                .findFirst()
                .orElseThrow();
        assertThat(row.getAccessibleText()).contains("by the platform's id");
    }

    @Test
    void typingIsNeverTakenForAFilter(FxRobot robot) {
        robot.write("toll");
        assertThat(floor.queries).isEmpty();
        assertThat(field(robot).getText()).isEqualTo("toll");
    }

    @Test
    void filtersHaveKeysOnceTheResultsHaveTheFocus(FxRobot robot) {
        robot.write("watches");
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.F6);
        push(robot, KeyCode.O);

        assertThat(floor.queries.getLast().outcome()).isEqualTo(dev.docket.dto.review.Outcome.VIOLATION);
    }

    private static void push(FxRobot robot, KeyCode key) {
        robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup(".search-field").query();
    }

    private static ListView<?> results(FxRobot robot) {
        return robot.lookup(".results").query();
    }
}
