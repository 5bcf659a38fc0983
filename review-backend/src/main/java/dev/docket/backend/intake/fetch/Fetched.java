package dev.docket.backend.intake.fetch;

import java.nio.file.Path;

/// What came of fetching a medium. Reasons are for people and name no address.
public sealed interface Fetched {
    /// @param file whole; whoever gets it moves or deletes it
    /// @param sha256 hex
    record Whole(Path file, String sha256) implements Fetched {}

    /// It will not be fetched, however often it is tried.
    record Refused(String reason) implements Fetched {}

    /// Another try may help.
    record Failed(String reason) implements Fetched {}
}
