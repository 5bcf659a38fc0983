package dev.docket.client.journey;

import dev.docket.client.common.theme.Theme;
import dev.docket.client.review.ReviewViewModel;
import dev.docket.client.shell.OffscreenDesk;
import dev.docket.dto.review.Task;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.testfx.api.FxRobot;

/// Somebody at a desk of their own, with nothing but a keyboard.
final class Seat implements AutoCloseable {
    private final FxRobot robot = new FxRobot();
    private final OffscreenDesk desk;

    private Seat(OffscreenDesk desk) {
        this.desk = desk;
    }

    /// Signs in by keys.
    static Seat of(String person, URI floor, Path home) throws Exception {
        var seat = new Seat(new OffscreenDesk(floor, home, Theme.LIGHT, Locale.ENGLISH));
        seat.robot.targetWindow(seat.desk.show(1280, 860));
        seat.desk.run(() -> seat.desk.node("#signin-name").requestFocus());
        seat.robot.write(person).push(KeyCode.TAB).write("docket-demo").push(KeyCode.ENTER);
        seat.desk.waitUntil(person + " is signed in", () -> seat.desk.review() != null);
        return seat;
    }

    void push(KeyCode... keys) {
        robot.push(keys);
    }

    void write(String text) {
        robot.write(text);
    }

    /// Waits until what matches the selector is on the screen.
    void see(String selector) throws Exception {
        desk.waitUntil(selector + " is there", () -> !desk.seen(selector).isEmpty());
    }

    /// Waits until a label that can be seen begins with these words.
    void read(String selector, String words) throws Exception {
        var read = new AtomicReference<List<String>>(List.of());
        try {
            desk.waitUntil(selector + " reads " + words, () -> {
                read.set(texts(selector));
                return read.get().stream().anyMatch(text -> text.startsWith(words));
            });
        } catch (AssertionError vain) {
            throw new AssertionError(vain.getMessage() + "; it reads " + read.get(), vain);
        }
    }

    private List<String> texts(String selector) {
        return desk.seen(selector).stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    /// Everything that the desk has in words, shown or not: what stands on it, what was typed into it, what a screen
    /// reader would say, and the task that is open.
    String everything() throws Exception {
        var words = new StringJoiner("\n");
        desk.run(() -> {
            desk.all().forEach(node -> {
                words.add(String.valueOf(node.getAccessibleText()));
                switch (node) {
                    case Labeled labeled -> words.add(labeled.getText());
                    case Text text -> words.add(text.getText());
                    case TextInputControl field -> words.add(field.getText());
                    default -> words.add(node.getClass().getSimpleName());
                }
            });
            words.add(String.valueOf(review().taskProperty().get()));
        });
        return words.toString();
    }

    /// The task that is open on the review screen, as soon as one is.
    Task task() throws Exception {
        var open = new AtomicReference<Task>();
        desk.waitUntil("an item is open", () -> {
            open.set(review().taskProperty().get());
            return open.get() != null;
        });
        return open.get();
    }

    /// Waits until as many decisions were made here and the floor has all of them.
    void awaitDecided(int decisions) throws Exception {
        desk.waitUntil(
                decisions + " are decided",
                () -> review().decidedProperty().get() == decisions
                        && review().pendingProperty().get() == 0);
    }

    private ReviewViewModel review() {
        return Objects.requireNonNull(desk.review());
    }

    @Override
    public void close() throws Exception {
        desk.close();
    }
}
