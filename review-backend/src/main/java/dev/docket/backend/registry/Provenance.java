package dev.docket.backend.registry;

import dev.docket.dto.models.ModelOrigin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whence a model came.
///
/// @param labelSet what it was trained on here
/// @param job that trained it here
public record Provenance(
        ModelOrigin origin,
        @Nullable String labelSet,
        @Nullable UUID job) {
    /// Of a model that was not trained here.
    public static Provenance of(ModelOrigin origin) {
        return new Provenance(origin, null, null);
    }

    public static Provenance trained(String labelSet, UUID job) {
        return new Provenance(ModelOrigin.TRAINED, labelSet, job);
    }
}
