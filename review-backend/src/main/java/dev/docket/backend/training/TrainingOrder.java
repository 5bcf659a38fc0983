package dev.docket.backend.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a training job is told: everything of the request, settled.
///
/// @param version that the model will have
/// @param labels that are wanted; empty for every label with enough rows
/// @param overrideReason why failed gates were passed over
record TrainingOrder(
        String labelSet,
        String base,
        String name,
        String version,
        long seed,
        double replayShare,
        List<String> labels,
        @Nullable String overrideReason) {}
