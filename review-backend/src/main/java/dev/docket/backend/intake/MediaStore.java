package dev.docket.backend.intake;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Media as files named by their SHA-256 under `DOCKET_HOME/media`. A file is complete and on the disk before a row
/// speaks of it; the same bytes are kept once.
@Component
class MediaStore implements MediaBytes {
    private static final Logger log = LoggerFactory.getLogger(MediaStore.class);

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    MediaStore(@Value("${docket.home}") Path home) {
        this.folder = home.resolve("media");
    }

    /// The hex SHA-256 under which bytes are kept.
    static String nameOf(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.sha256(bytes));
    }

    /// @throws DomainProblem when they cannot be written, for want of space perhaps; nothing is then kept
    void keep(String name, byte[] bytes) {
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

    /// Where files are made that become media.
    Path incoming() {
        return folder.resolve("incoming");
    }

    /// Puts a file's bytes on the disk, before any transaction waits for it.
    static void flush(Path file) {
        try {
            sync(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write media", e);
        }
    }

    /// Keeps a file that is on the disk already.
    ///
    /// @param part of [#incoming]; gone afterwards
    void keep(String name, Path part) {
        try {
            Path shelf = Files.createDirectories(shelf(name));
            Files.move(part, place(name), StandardCopyOption.ATOMIC_MOVE);
            sync(shelf);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep media", e);
        }
    }

    @Override
    public Optional<Path> file(String sha256) {
        return Optional.of(sha256)
                .filter(name -> NAME.matcher(name).matches())
                .map(this::place)
                .filter(Files::isRegularFile);
    }

    @Override
    public Optional<byte[]> read(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(place(sha256)));
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
        try {
            return Files.createTempFile(Files.createDirectories(incoming()), "drawn", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException("no room for media", e);
        }
    }

    /// The video may have been erased while it was drawn; then nothing stays.
    @Override
    public void keepFilm(String sha256, Path part) {
        try {
            Files.move(part, filmOf(sha256), StandardCopyOption.ATOMIC_MOVE);
            if (file(sha256).isEmpty()) {
                Files.deleteIfExists(filmOf(sha256));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep what was drawn of media", e);
        }
    }

    @Override
    public Optional<Path> film(String sha256) {
        return Optional.of(sha256)
                .filter(name -> NAME.matcher(name).matches())
                .map(this::filmOf)
                .filter(Files::isRegularFile);
    }

    private Path filmOf(String name) {
        return shelf(name).resolve(name + ".film");
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(place(name));
            Files.deleteIfExists(filmOf(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove media", e);
        }
    }

    private Path place(String name) {
        return shelf(name).resolve(name);
    }

    private Path shelf(String name) {
        return folder.resolve(name.substring(0, 2));
    }
}
