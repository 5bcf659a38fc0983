package dev.docket.client.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;

/// Loads screens whose controllers the shell has built.
final class Fxml {
    private Fxml() {}

    /// Loads `View.fxml` beside the controller's class and hands the controller back, with its fields set.
    static <V> V load(Class<V> view, Supplier<V> controller) {
        Map<Class<?>, Supplier<?>> controllers = Map.of(view, controller);
        var loader = new FXMLLoader(Objects.requireNonNull(view.getResource("View.fxml"), view.getName()));
        loader.setControllerFactory(type ->
                Objects.requireNonNull(controllers.get(type), type::getName).get());
        try {
            loader.load();
            return loader.getController();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
