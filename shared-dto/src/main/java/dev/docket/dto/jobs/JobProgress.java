package dev.docket.dto.jobs;

import dev.docket.dto.Phrase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the live event `job.progress` says.
///
/// @param progress 0..1
/// @param said `message` by its code
public record JobProgress(
        UUID id,
        String kind,
        JobState state,
        double progress,
        @Nullable String message,
        @Nullable Phrase said) {}
