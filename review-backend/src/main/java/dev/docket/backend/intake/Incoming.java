package dev.docket.backend.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder on this machine in which files are made that become media, or are looked at.
final class Incoming {
    private static final Logger log = LoggerFactory.getLogger(Incoming.class);

    private final Path folder;

    Incoming(Path home) {
        this.folder = home.resolve("media").resolve("incoming");
    }

    Path folder() {
        return folder;
    }

    Path newPart() {
        try {
            return Files.createTempFile(Files.createDirectories(folder), "drawn", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException("no room for media", e);
        }
    }

    static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove a part of media", e);
        }
    }

    /// At the start, when nothing here is being made.
    void sweep() {
        try (var parts = Files.newDirectoryStream(Files.createDirectories(folder), "*.part")) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            log.atWarn().addKeyValue("fault", e.getClass().getSimpleName()).log("Old parts of media stay");
        }
    }
}
