package dev.docket.backend.intake;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Stored media, read by the hex SHA-256 of their bytes, wherever the floor keeps them.
///
/// What is handed out has that digest: bytes that were changed where they are kept are as good as gone. Where they
/// are kept elsewhere and cannot be reached, a [dev.docket.backend.platform.DomainProblem] `overloaded` says so.
public interface MediaBytes {
    /// Empty when there is no such medium, or none any more.
    Optional<byte[]> read(String sha256);

    /// Hands a file with the medium's bytes to somebody, for what is too large to hold in memory. It is theirs to read
    /// until they return, and never to change.
    <T> Optional<T> withFile(String sha256, Function<Path, T> reader);

    /// Where a file is made that is to be kept here.
    Path newPart();

    /// Keeps what was drawn of a video beside it, to go when it goes.
    ///
    /// @param part from [#newPart]; gone afterwards, or the caller's to remove
    void keepFilm(String sha256, Path part);

    boolean hasFilm(String sha256);

    /// What was drawn of a video; the caller closes it.
    Optional<InputStream> film(String sha256);
}
