package dev.docket.backend.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A user reported an item for the first time under this policy. Published synchronously inside the storing
/// transaction.
public record ItemReported(UUID item, @Nullable String policy) {}
