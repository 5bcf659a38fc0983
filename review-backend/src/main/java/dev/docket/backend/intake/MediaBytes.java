package dev.docket.backend.intake;

import java.util.Optional;

/// Stored media, read by the name that their `urn:sha256:` address ends in.
public interface MediaBytes {
    /// Empty when there is no such medium, or none any more.
    Optional<byte[]> read(String sha256);
}
