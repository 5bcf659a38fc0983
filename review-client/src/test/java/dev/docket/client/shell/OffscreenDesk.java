package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.task.FxBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.client.review.ReviewViewModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxToolkit;

/// The real desk without a window: everything but the glass it is painted on.
public final class OffscreenDesk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final FxBackground background = new FxBackground();
    private final Shell shell;

    public OffscreenDesk(URI server, Path home, Theme theme, Locale locale) throws Exception {
        startToolkit();
        var deskHome = new DeskHome(home);
        var here = new Surroundings(
                server,
                deskHome,
                Settings.of(deskHome.settings()),
                background,
                InstantSource.system(),
                new Messages(locale));
        shell = onFxThread(() -> new Shell(here, theme));
        run(shell::open);
    }

    public void signIn(String name, String password) throws Exception {
        run(() -> {
            text("#signin-name", name);
            text("#signin-password", password);
            ((javafx.scene.control.Button) node("#signin-enter")).fire();
        });
    }

    public void text(String selector, String text) {
        ((javafx.scene.control.TextInputControl) node(selector)).setText(text);
    }

    public Node node(String selector) {
        return shell.scene().getRoot().lookup(selector);
    }

    /// Every node there is, seen or not.
    public Set<Node> all() {
        return shell.scene().getRoot().lookupAll("*");
    }

    /// What matches and can be seen.
    public List<Node> seen(String selector) {
        return shell.scene().getRoot().lookupAll(selector).stream()
                .filter(node ->
                        Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible))
                .toList();
    }

    /// Puts the desk behind glass, within what a screen without a display has.
    public Stage show(int width, int height) throws Exception {
        return onFxThread(() -> {
            var stage = new Stage();
            stage.setScene(shell.scene());
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            stage.requestFocus();
            return stage;
        });
    }

    /// The review screen's view-model, or null at the door.
    public @Nullable ReviewViewModel review() {
        return shell.workplace() == null ? null : shell.workplace().review();
    }

    Shell shell() {
        return shell;
    }

    public void run(Runnable action) throws Exception {
        onFxThread(() -> {
            action.run();
            return true;
        });
    }

    public void waitUntil(String what, BooleanSupplier condition) throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        while (!onFxThread(condition::getAsBoolean)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("waited in vain until " + what);
            }
            Thread.sleep(20);
        }
    }

    public void shoot(Path file, int width, int height) throws Exception {
        Files.createDirectories(file.getParent());
        var image = onFxThread(() -> snapshot(shell.scene(), width, height));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }

    @Override
    public void close() throws Exception {
        run(() -> {
            shell.close();
            var window = shell.scene().getWindow();
            if (window != null) {
                window.hide();
            }
        });
        background.close();
    }

    static <T> T onFxThread(Callable<T> call) throws Exception {
        var task = new FutureTask<>(call);
        Platform.runLater(task);
        return task.get();
    }

    private static javafx.scene.image.WritableImage snapshot(Scene scene, int width, int height) throws IOException {
        var root = (Region) scene.getRoot();
        // A scene without a window takes its size from its root's wishes.
        root.setPrefSize(width, height);
        root.setMinSize(width, height);
        root.setMaxSize(width, height);
        root.resize(width, height);
        // A viewport keeps a picture of itself that nothing refreshes without a window.
        root.lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        // Twice: a pane that folds away when it learns its width asks for another pass.
        for (int pass = 0; pass < 2; pass++) {
            root.applyCss();
            root.layout();
        }
        return scene.snapshot(new javafx.scene.image.WritableImage(width, height));
    }

    private static void startToolkit() throws TimeoutException {
        // TestFX starts the toolkit once, whichever test comes first.
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }
}
