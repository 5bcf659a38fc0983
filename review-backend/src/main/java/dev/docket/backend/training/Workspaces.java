package dev.docket.backend.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// A folder for each training while it runs. Vectors of texts lie there, which are content: they go
/// when the job has ended, whichever way.
@Component
class Workspaces {
    private static final Logger log = LoggerFactory.getLogger(Workspaces.class);

    private final Path home;

    Workspaces(@Value("${docket.home}") Path home) {
        this.home = home;
    }

    /// Where the frozen encoders lie, as for serving.
    Path encoders() {
        return home.resolve("models");
    }

    Path open(UUID job) throws IOException {
        return Files.createDirectories(folder(job));
    }

    private Path all() {
        return home.resolve("training");
    }

    private Path folder(UUID job) {
        return all().resolve(job.toString());
    }

    void delete(UUID job) {
        delete(folder(job));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException stuck) {
            log.atWarn().log("What is left of a training could not be deleted; it is tried again");
        }
    }

    /// Deletes those whose job is over.
    void tidy(Running running) {
        if (!Files.isDirectory(all())) {
            return;
        }
        try (var folders = Files.list(all())) {
            folders.filter(folder -> !running.isRunning(folder.getFileName().toString()))
                    .forEach(Workspaces::delete);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// Knows the jobs that are not over.
    interface Running {
        boolean isRunning(String job);
    }
}
