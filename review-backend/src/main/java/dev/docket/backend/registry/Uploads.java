package dev.docket.backend.registry;

import dev.docket.backend.platform.Actor;
import dev.docket.dto.models.ModelOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.springframework.stereotype.Service;

/// Packages that come over HTTP: laid beside the others while they arrive, and gone again
/// whatever becomes of them.
@Service
public class Uploads {
    private final Registry registry;
    private final Shelf shelf;

    Uploads(Registry registry, Shelf shelf) {
        this.registry = registry;
        this.shelf = shelf;
    }

    /// Takes in a package's ZIP archive.
    ///
    /// @return its version, and whether it is new
    public Taken take(InputStream archive, Actor.Person by) throws IOException {
        var folder = shelf.temporary();
        try {
            var file = folder.resolve("package.zip");
            Files.copy(archive, file);
            var before = registry.known().stream().map(Model::version).toList();
            String version = registry.register(file, Provenance.of(ModelOrigin.UPLOADED), by);
            return new Taken(version, !before.contains(version));
        } finally {
            Shelf.remove(folder);
        }
    }

    /// @param isNew false when it was here already
    public record Taken(String version, boolean isNew) {}
}
