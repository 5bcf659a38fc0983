package dev.docket.client.common.control;

import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person which file shall be read.
@FunctionalInterface
public interface OpenDialog {
    /// @return null when they would rather not
    @Nullable Path choose(@Nullable Window owner);

    /// The system's own.
    static OpenDialog ofTheSystem() {
        return owner -> {
            @Nullable File file = new FileChooser().showOpenDialog(owner);
            return file == null ? null : file.toPath();
        };
    }
}
