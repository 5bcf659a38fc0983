package dev.docket.backend.intake;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.ops.HealthPart;
import dev.docket.dto.ops.HealthReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Media as files under `DOCKET_HOME/media`. A file is complete and on the disk before a row speaks of it.
final class HomeMedia implements MediaStore {
    private static final Logger log = LoggerFactory.getLogger(HomeMedia.class);

    private final Path folder;
    private final Incoming incoming;

    HomeMedia(Path home) {
        this.folder = home.resolve("media");
        this.incoming = new Incoming(home);
    }

    @Override
    public void keep(String name, byte[] bytes) {
        Path file = place(name);
        if (Files.exists(file)) {
            return;
        }
        try {
            Path shelf = Files.createDirectories(shelf(name));
            Path part = Files.createTempFile(shelf, name, ".part");
            try {
                write(part, bytes);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            sync(shelf);
        } catch (IOException e) {
            log.atError().addKeyValue("fault", e.getClass().getSimpleName()).log("Media cannot be kept");
            throw new DomainProblem(CommonProblem.OVERLOADED, "Media cannot be stored just now; send it again later.");
        }
    }

    @Override
    public Incoming incoming() {
        return incoming;
    }

    /// Its bytes are on the disk when this returns.
    @Override
    public Staged stage(String name, Path part) {
        try {
            sync(part);
            return new Staged(name, part, "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write media", e);
        }
    }

    @Override
    public void keep(Staged staged) {
        try {
            Path shelf = Files.createDirectories(shelf(staged.name()));
            Files.move(staged.file(), place(staged.name()), StandardCopyOption.ATOMIC_MOVE);
            sync(shelf);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep media", e);
        }
    }

    @Override
    public void discard(Staged staged) {
        // It is its file, which the caller removes.
    }

    @Override
    public void sweep() {
        incoming.sweep();
    }

    @Override
    public Optional<byte[]> read(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(place(sha256));
            return MediaStore.nameOf(bytes).equals(sha256) ? Optional.of(bytes) : changed(sha256);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read media", e);
        }
    }

    private static <T> Optional<T> changed(String name) {
        log.atError().addKeyValue("medium", name).log("A medium is not what it was when it was kept");
        return Optional.empty();
    }

    @Override
    public <T> Optional<T> withFile(String sha256, Function<Path, T> reader) {
        if (!NAME.matcher(sha256).matches()) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(place(sha256))) {
            return Digests.sha256Hex(in).equals(sha256) ? Optional.of(reader.apply(place(sha256))) : changed(sha256);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read media", e);
        }
    }

    private static void write(Path part, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /// A new name is on the disk only when its folder is.
    private static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Path newPart() {
        return incoming.newPart();
    }

    /// The video may have been erased while it was drawn; then nothing stays.
    @Override
    public void keepFilm(String sha256, Path part) {
        try {
            Files.createDirectories(shelf(sha256));
            Files.move(part, filmOf(sha256), StandardCopyOption.ATOMIC_MOVE);
            if (!Files.exists(place(sha256))) {
                Files.deleteIfExists(filmOf(sha256));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep what was drawn of media", e);
        }
    }

    @Override
    public boolean hasFilm(String sha256) {
        return NAME.matcher(sha256).matches() && Files.isRegularFile(filmOf(sha256));
    }

    @Override
    public Optional<InputStream> film(String sha256) {
        try {
            return hasFilm(sha256) ? Optional.of(Files.newInputStream(filmOf(sha256))) : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was drawn of media", e);
        }
    }

    private Path filmOf(String name) {
        return shelf(name).resolve(name + ".film");
    }

    @Override
    public void remove(String name) {
        try {
            Files.deleteIfExists(place(name));
            Files.deleteIfExists(filmOf(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove media", e);
        }
    }

    /// Whether there is room is the disk's to say.
    @Override
    public HealthReport.Component health() {
        return new HealthReport.Component(HealthPart.UP, "Media are kept in the floor's home.");
    }

    private Path place(String name) {
        return folder.resolve(MediaStore.placeOf(name));
    }

    private Path shelf(String name) {
        return folder.resolve(name.substring(0, 2));
    }
}
