package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.task.FxBackground;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desk's life: builds everything, shows the window, and puts it all down again.
public final class DeskApplication extends Application {
    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;

    private final FxBackground background = new FxBackground();
    private @Nullable Shell shell;

    @Override
    public void start(Stage stage) throws WrongUsage {
        var options = DeskOptions.of(getParameters().getRaw());
        var home = DeskHome.ofThisComputer();
        var settings = Settings.of(home.settings());
        var here = new Surroundings(
                options.server(), home, settings, background, InstantSource.system(), new Messages(language()));
        shell = new Shell(here, options.theme().orElseGet(settings::theme));
        stage.setTitle("Docket");
        stage.setScene(shell.scene());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        shell.open();
    }

    @Override
    public void stop() {
        if (shell != null) {
            shell.close();
        }
        background.close();
    }

    private static Locale language() {
        var system = Locale.getDefault();
        return LANGUAGES.contains(system.getLanguage()) ? system : Locale.ENGLISH;
    }
}
