package dev.docket.dto.jobs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the live event `job.progress` says.
///
/// @param progress 0..1
public record JobProgress(
        UUID id,
        String kind,
        JobState state,
        double progress,
        @Nullable String message) {}
