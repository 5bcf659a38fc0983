package dev.docket.backend.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Media as files named by their SHA-256 under `DOCKET_HOME/media`. A file is complete and on the disk before a row
/// speaks of it; the same bytes are kept once.
@Component
class MediaStore {
    private final Path folder;

    MediaStore(@Value("${docket.home}") Path home) {
        this.folder = home.resolve("media");
    }

    /// @return the hex SHA-256 under which the bytes are kept
    /// @throws UncheckedIOException when they cannot be written; nothing is then kept
    String keep(byte[] bytes) {
        String name = HexFormat.of().formatHex(Digests.sha256(bytes));
        Path file = file(name);
        if (Files.exists(file)) {
            return name;
        }
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), name, ".part");
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep media", e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove media", e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }
}
