package dev.docket.backend.classification;

import java.time.Instant;
import java.util.UUID;

/// What was found of an item fell on appeal, so what the machine says of content like it is in doubt: whoever keeps
/// answers about it drops them. Declared here, where answers are kept, and published by the appeals module inside the
/// transaction of the overturn.
public record VerdictDoubted(UUID item, Instant at) {}
