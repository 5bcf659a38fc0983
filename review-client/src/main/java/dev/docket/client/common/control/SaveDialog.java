package dev.docket.client.common.control;

import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person where a file shall be kept.
@FunctionalInterface
public interface SaveDialog {
    /// @param name what the file is called unless they say otherwise
    /// @return null when they would rather not
    @Nullable Path choose(@Nullable Window owner, String name);

    /// The system's own.
    static SaveDialog ofTheSystem() {
        return (owner, name) -> {
            var chooser = new FileChooser();
            chooser.setInitialFileName(name);
            @Nullable File file = chooser.showSaveDialog(owner);
            return file == null ? null : file.toPath();
        };
    }
}
