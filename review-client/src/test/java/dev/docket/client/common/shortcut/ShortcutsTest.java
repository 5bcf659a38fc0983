package dev.docket.client.common.shortcut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.shortcut.Shortcut.Scope;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Shortcuts under real keys.
@ExtendWith(ApplicationExtension.class)
class ShortcutsTest {
    private final Button inside = new Button("inside");
    private final TextField outside = new TextField();
    private final AtomicInteger opened = new AtomicInteger();

    @Start
    void start(Stage stage) {
        var pane = new StackPane(inside);
        new Shortcuts().install(pane, Scope.EVERYWHERE, Map.of(Shortcut.PALETTE, this::open));
        stage.setScene(new Scene(new VBox(pane, outside), 300, 200));
        stage.show();
        inside.requestFocus();
    }

    private void open() {
        opened.incrementAndGet();
        outside.requestFocus();
    }

    /// Its release is heard by the field alone.
    @Test
    void aKeyThatTakesTheKeyboardElsewhereWorksEveryTime(FxRobot robot) {
        for (int time = 1; time <= 3; time++) {
            robot.push(KeyCode.CONTROL, KeyCode.K);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(opened).hasValue(time);
            assertThat(outside.isFocused()).isTrue();
            robot.interact(inside::requestFocus);
        }
    }
}
