package dev.docket.backend.intake;

import java.nio.file.Path;
import java.util.Optional;

/// Stored media, read by the hex SHA-256 of their bytes.
public interface MediaBytes {
    /// Empty when there is no such medium, or none any more.
    Optional<byte[]> read(String sha256);

    /// The file itself, for what is too large to hold in memory. It is never changed, and may go when its items are
    /// erased.
    Optional<Path> file(String sha256);
}
