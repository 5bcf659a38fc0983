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

    /// Where a file is made that is to be kept here.
    Path newPart();

    /// Keeps what was drawn of a video beside it, to go when it goes.
    ///
    /// @param part from [#newPart]; gone afterwards
    void keepFilm(String sha256, Path part);

    /// What was drawn of a video.
    Optional<Path> film(String sha256);
}
