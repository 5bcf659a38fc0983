package dev.docket.client.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.item.ItemText;
import dev.docket.client.common.item.SampleTasks;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import java.io.IOException;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// An image that is harmless but for the words in it, on the real screen.
@ExtendWith(ApplicationExtension.class)
class PictureTextTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeFloor floor = new FakeFloor();
    private final ReviewViewModel model = new ReviewViewModel(floor, new FakeOutbox(), background, background.clock());

    @Start
    void start(Stage stage) throws IOException {
        floor.with(SampleTasks.writing());
        var scene = new Scene(ReviewShots.load(model, Locale.ENGLISH), 980, 760);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
        model.open();
    }

    @Test
    void whatStandsInThePictureIsReadBesideIt(FxRobot robot) {
        var written = text(robot);
        assertThat(written.text().text()).isEqualTo("NOBODY LIKES YOU\nyou absolute idiot");
        assertThat(written.getAccessibleText()).startsWith("Text in the picture: NOBODY");
        assertThat(robot.lookup(".picture-text .media-score").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly("Harassment 0.90  over", "Toxicity 0.86  over");
    }

    @Test
    void itsWordsAreThoseThatSpeakForTheLabel(FxRobot robot) {
        assertThat(robot.lookup(".word-name").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly("idiot", "NOBODY");
        var row = robot.lookup(".score-row").queryAllAs(Button.class).iterator().next();
        assertThat(row.getTooltip()).extracting(Tooltip::getText).asString().contains("Of the text in image 1");
    }

    @Test
    void theKeyboardSelectsInIt(FxRobot robot) {
        var written = text(robot);
        robot.interact(written::requestFocus);
        robot.push(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(written.selectionProperty().get()).isEqualTo(new Span(0, 6));
    }

    private static ItemText text(FxRobot robot) {
        return robot.lookup(".picture-text .item-content").queryAs(ItemText.class);
    }
}
