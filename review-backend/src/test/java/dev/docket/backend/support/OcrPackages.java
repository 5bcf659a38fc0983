package dev.docket.backend.support;

import dev.docket.model.ModelFault;
import dev.docket.model.convert.ConvertPpOcr;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// What reads texts in images, as an operator would bring it: made of the artifact that is among the tests' libraries.
public final class OcrPackages {
    private static final String VERSION = "ppocr-4";
    private static final String ONE_OF_ITS_FILES = "/models/ppocr_keys_v1.txt";

    private OcrPackages() {}

    /// The artifact's file.
    public static Path archive() {
        try {
            var file = Objects.requireNonNull(OcrPackages.class.getResource(ONE_OF_ITS_FILES));
            return Path.of(
                    ((JarURLConnection) file.openConnection()).getJarFileURL().toURI());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Lays it into a home.
    ///
    /// @return its folder
    public static Path putInto(Path home) {
        var folder = home.resolve("models").resolve(VERSION);
        try {
            ConvertPpOcr.main(new String[] {archive().toString(), folder.toString()});
        } catch (IOException | ModelFault e) {
            throw new IllegalStateException(e);
        }
        return folder;
    }

    /// Takes it out again.
    public static void removeFrom(Path home) {
        try (var files = Files.list(home.resolve("models").resolve(VERSION))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(home.resolve("models").resolve(VERSION));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
