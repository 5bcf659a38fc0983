package dev.docket.backend.platform;

import java.util.UUID;

/// Who did something: never blank, never guessed.
public sealed interface Actor {
    record Person(UUID id) implements Actor {}

    record Program(UUID keyId) implements Actor {}

    /// Docket itself.
    ///
    /// @param part the module or job that acted, such as `routing`
    record Automation(String part) implements Actor {}
}
